/**
 * Events about the other clients in which the account is logged in.
 */
@NullMarked
package dev.ariadne.event.client;

import org.jspecify.annotations.NullMarked;
