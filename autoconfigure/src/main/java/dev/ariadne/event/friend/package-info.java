/**
 * Events about friends.
 */
@NullMarked
package dev.ariadne.event.friend;

import org.jspecify.annotations.NullMarked;
