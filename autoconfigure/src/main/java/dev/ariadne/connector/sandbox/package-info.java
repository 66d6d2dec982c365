/**
 * A connector in memory, for development and tests.
 */
@NullMarked
package dev.ariadne.connector.sandbox;

import org.jspecify.annotations.NullMarked;
