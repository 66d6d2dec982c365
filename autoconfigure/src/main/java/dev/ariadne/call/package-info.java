/**
 * The calls that an account can make, as values, and what comes of them. Applications make most calls by the methods of
 * {@link dev.ariadne.Ariadne}; a call as a value is for what has no method yet, and for who writes a connector.
 */
@NullMarked
package dev.ariadne.call;

import org.jspecify.annotations.NullMarked;
