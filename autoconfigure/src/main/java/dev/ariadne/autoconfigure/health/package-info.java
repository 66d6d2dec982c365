/**
 * The health of accounts.
 */
@NullMarked
package dev.ariadne.autoconfigure.health;

import org.jspecify.annotations.NullMarked;
