/**
 * The actuator endpoint that shows accounts and their background tasks, and steers them.
 */
@NullMarked
package dev.ariadne.autoconfigure.endpoint;

import org.jspecify.annotations.NullMarked;
