/**
 * Background tasks: what they are, when they run, and who watches over them.
 */
@NullMarked
package dev.ariadne.background;

import org.jspecify.annotations.NullMarked;
