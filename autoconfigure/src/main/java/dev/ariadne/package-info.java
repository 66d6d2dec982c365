/**
 * The handle of an account, the accounts of an application, their states and the exceptions of their calls.
 */
@NullMarked
package dev.ariadne;

import org.jspecify.annotations.NullMarked;
