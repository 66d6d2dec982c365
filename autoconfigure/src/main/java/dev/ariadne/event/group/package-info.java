/**
 * Events of a group.
 */
@NullMarked
package dev.ariadne.event.group;

import org.jspecify.annotations.NullMarked;
