/**
 * Benchmarks. Each measures the product and the least that the JDK or Spring can do for the same end, in turn, each in
 * a JVM of its own.
 */
@NullMarked
package dev.ariadne.benchmarks;

import org.jspecify.annotations.NullMarked;
