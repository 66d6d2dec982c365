/**
 * Events about the account itself.
 */
@NullMarked
package dev.ariadne.event.bot;

import org.jspecify.annotations.NullMarked;
