/**
 * Requests that the account may answer.
 */
@NullMarked
package dev.ariadne.event.request;

import org.jspecify.annotations.NullMarked;
