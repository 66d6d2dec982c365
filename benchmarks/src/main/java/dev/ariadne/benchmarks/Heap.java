package dev.ariadne.benchmarks;

import java.lang.management.ManagementFactory;

/**
 * How much of the heap is in use.
 */
final class Heap {

    private static final int ROUNDS = 4;

    private Heap() {
    }

    /** Returns the bytes in use after collecting garbage: the least of a few looks. */
    static long used() {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            System.gc();
            least = Math.min(least, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }

}
