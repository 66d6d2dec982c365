/**
 * The runtime of accounts: their state, their connection, and the way of received events to listeners.
 */
@NullMarked
package dev.ariadne.account;

import org.jspecify.annotations.NullMarked;
