package dev.ariadne.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * How long calls take that some callers make at the same time, each one after the other.
 */
final class Latencies {

    private static final int CALLS = 50_000;

    private static final int WARM_UP = 100_000;

    private Latencies() {
    }

    /** Measures calls: p50 and p99 in microseconds. */
    static void measure(int callers, Callable<?> call, Measurement.Figures figures) throws InterruptedException {
        callAll(callers, WARM_UP, call);
        Compiler.awaitQuiet();
        long[] nanos = callAll(callers, CALLS, call);
        Arrays.sort(nanos);
        figures.add("p50", nanos[nanos.length / 2] / 1e3);
        figures.add("p99", nanos[nanos.length * 99 / 100] / 1e3);
    }

    private static long[] callAll(int callers, int calls, Callable<?> call) throws InterruptedException {
        long[] nanos = new long[calls];
        List<Thread> threads = new ArrayList<>();
        for (int caller = 0; caller < callers; caller++) {
            int first = caller;
            threads.add(Thread.startVirtualThread(() -> {
                for (int i = first; i < calls; i += callers) {
                    nanos[i] = time(call);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return nanos;
    }

    private static long time(Callable<?> call) {
        long start = System.nanoTime();
        try {
            call.call();
        }
        catch (Exception ex) {
            throw new IllegalStateException(ex);
        }
        return System.nanoTime() - start;
    }

}
