/**
 * Metrics of accounts and background tasks, and observations of runs, by Micrometer.
 */
@NullMarked
package dev.ariadne.autoconfigure.metrics;

import org.jspecify.annotations.NullMarked;
