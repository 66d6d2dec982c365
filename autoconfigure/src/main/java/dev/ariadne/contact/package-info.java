/**
 * The people and groups that an account meets.
 */
@NullMarked
package dev.ariadne.contact;

import org.jspecify.annotations.NullMarked;
