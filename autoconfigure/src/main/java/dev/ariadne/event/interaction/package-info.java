/**
 * What people do with the account, other than to write.
 */
@NullMarked
package dev.ariadne.event.interaction;

import org.jspecify.annotations.NullMarked;
