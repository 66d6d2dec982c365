/**
 * Wiring: configuration properties and auto-configuration.
 */
@NullMarked
package dev.ariadne.autoconfigure;

import org.jspecify.annotations.NullMarked;
