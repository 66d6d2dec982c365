/**
 * The sample: what a user's application looks like.
 */
@NullMarked
package dev.ariadne.sample;

import org.jspecify.annotations.NullMarked;
