/**
 * Carries the current account to other threads, where Micrometer's context propagation is present.
 */
@NullMarked
package dev.ariadne.autoconfigure.context;

import org.jspecify.annotations.NullMarked;
