package dev.ariadne.background;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.util.backoff.BackOffExecution;

/**
 * What one task has used up of its restarts since its last healthy run. Not safe for concurrent use.
 */
final class RestartBudget {

    private static final int MAX_KNOWN_CAUSES = 32;

    private final RestartSettings settings;

    private final BackOffExecution backOff;

    private final Queue<Long> restarts = new ArrayDeque<>(2);

    private final Set<Integer> knownCauses = new HashSet<>(2);

    private Duration delay = Duration.ZERO;

    RestartBudget(RestartSettings settings) {
        this.settings = settings;
        this.backOff = settings.backOff().start();
    }

    /**
     * Takes a restart after a failure.
     *
     * @return false if there is none left
     */
    boolean takeRestart(long nanoTime) {
        long window = this.settings.window().toNanos();
        while (!this.restarts.isEmpty() && nanoTime - this.restarts.element() >= window) {
            this.restarts.remove();
        }
        if (this.restarts.size() >= this.settings.maxRestarts()) {
            return false;
        }
        this.restarts.add(nanoTime);
        lengthenDelay();
        return true;
    }

    /** Takes a longer delay than the last one. */
    void lengthenDelay() {
        this.delay = Duration.ofMillis(this.backOff.nextBackOff());
    }

    /** Returns the delay before the next run. */
    Duration delay() {
        return this.delay;
    }

    /** Tells whether a failure is one that has not been seen yet. */
    boolean isNew(Throwable failure) {
        return this.knownCauses.size() < MAX_KNOWN_CAUSES && this.knownCauses.add(fingerprint(failure));
    }

    private static int fingerprint(Throwable failure) {
        StackTraceElement[] stack = failure.getStackTrace();
        @Nullable StackTraceElement top = (stack.length > 0) ? stack[0] : null;
        return Objects.hash(failure.getClass(), failure.getMessage(), top);
    }

}
