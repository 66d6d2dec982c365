/**
 * Time, threads and order: the few things that the runtime of accounts and that of background tasks share.
 */
@NullMarked
package dev.ariadne.concurrent;

import org.jspecify.annotations.NullMarked;
