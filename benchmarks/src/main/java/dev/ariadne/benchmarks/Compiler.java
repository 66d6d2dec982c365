package dev.ariadne.benchmarks;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

/**
 * The compiler of the JVM, which shares the processors with what is measured.
 */
final class Compiler {

    private static final long QUIET_MILLIS = 1_000;

    private static final int MOST_WAITS = 60;

    private Compiler() {
    }

    /** Waits until it has had nothing to do for a while: what a warm-up has begun to compile is done then. */
    static void awaitQuiet() throws InterruptedException {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        long before = -1;
        for (int wait = 0; wait < MOST_WAITS && compiler.getTotalCompilationTime() != before; wait++) {
            before = compiler.getTotalCompilationTime();
            TimeUnit.MILLISECONDS.sleep(QUIET_MILLIS);
        }
    }

}
