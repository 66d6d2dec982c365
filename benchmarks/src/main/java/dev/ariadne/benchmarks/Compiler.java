package dev.ariadne.benchmarks;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The compiler of the JVM, which shares the processors with what is measured.
 */
final class Compiler {

    private static final Duration QUIET = Duration.ofSeconds(1);

    private static final Duration PAUSE = Duration.ofMillis(200);

    private static final int MOST_WAITS = 60;

    private Compiler() {
    }

    /** Waits until it has had nothing to do for a while: what a warm-up has begun to compile is done then. */
    static void awaitQuiet() throws InterruptedException {
        awaitQuiet(QUIET);
    }

    /** Waits until it has had nothing to do for a moment: what was run just before is done with then, mostly. */
    static void awaitPause() throws InterruptedException {
        awaitQuiet(PAUSE);
    }

    private static void awaitQuiet(Duration time) throws InterruptedException {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        long before = -1;
        for (int wait = 0; wait < MOST_WAITS && compiler.getTotalCompilationTime() != before; wait++) {
            before = compiler.getTotalCompilationTime();
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        }
    }

}
