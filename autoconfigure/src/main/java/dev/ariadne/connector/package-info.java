/**
 * What a connector must do, and the calls that it may be asked for.
 */
@NullMarked
package dev.ariadne.connector;

import org.jspecify.annotations.NullMarked;
