/**
 * Message chains and their elements.
 */
@NullMarked
package dev.ariadne.message;

import org.jspecify.annotations.NullMarked;
