/**
 * The lifecycle of the application, its accounts and its background tasks as Spring application events, and what every received event has in common.
 */
@NullMarked
package dev.ariadne.event;

import org.jspecify.annotations.NullMarked;
