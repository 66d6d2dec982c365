package dev.ariadne.background;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Which failures of one task have been told of in full lately, so that each is told once per window. Not safe for
 * concurrent use.
 */
final class KnownFailures {

    private static final int MOST = 32;

    private final Map<Integer, Long> toldAt = new HashMap<>(2);

    /**
     * Tells whether a failure is one that has not been told of within the window, and notes it. Beyond a number of
     * different ones none is any more.
     */
    boolean isNew(Throwable failure, long nanoTime, Duration window) {
        this.toldAt.values().removeIf((toldAt) -> nanoTime - toldAt >= window.toNanos());
        return this.toldAt.size() < MOST && this.toldAt.putIfAbsent(fingerprint(failure), nanoTime) == null;
    }

    private static int fingerprint(Throwable failure) {
        StackTraceElement[] stack = failure.getStackTrace();
        @Nullable StackTraceElement top = (stack.length > 0) ? stack[0] : null;
        return Objects.hash(failure.getClass(), failure.getMessage(), top);
    }

}
