/**
 * Received messages.
 */
@NullMarked
package dev.ariadne.event.message;

import org.jspecify.annotations.NullMarked;
