/**
 * For the tests of applications: what the sandbox leaves to wish for. Nothing here needs a testing library, and nothing
 * here is used unless a test imports it.
 */
@NullMarked
package dev.ariadne.test;

import org.jspecify.annotations.NullMarked;
