package dev.ariadne.background;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

import org.jspecify.annotations.Nullable;
import org.springframework.util.backoff.BackOffExecution;

/**
 * What one task has used up of its restarts since its last healthy run. Not safe for concurrent use.
 */
final class RestartBudget {

    // Restarts that are this part of the window apart count as one moment, so that memory has a bound.
    private static final int MOMENTS = 256;

    private final RestartSettings settings;

    private final BackOffExecution backOff;

    private final Deque<Moment> moments = new ArrayDeque<>(2);

    private int restarts;

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
        while (!this.moments.isEmpty() && nanoTime - this.moments.element().nanoTime >= window) {
            this.restarts -= this.moments.remove().restarts;
        }
        if (this.restarts >= this.settings.maxRestarts()) {
            return false;
        }
        count(nanoTime, window / MOMENTS);
        lengthenDelay();
        return true;
    }

    private void count(long nanoTime, long resolution) {
        @Nullable Moment latest = this.moments.peekLast();
        if (latest == null || nanoTime - latest.nanoTime >= resolution) {
            latest = new Moment(nanoTime);
            this.moments.add(latest);
        }
        latest.restarts++;
        this.restarts++;
    }

    /** Takes a longer delay than the last one. */
    void lengthenDelay() {
        this.delay = Duration.ofMillis(this.backOff.nextBackOff());
    }

    /** Returns the delay before the next run. */
    Duration delay() {
        return this.delay;
    }

    /** A moment, and how many restarts were taken in it. */
    private static final class Moment {

        final long nanoTime;

        int restarts;

        Moment(long nanoTime) {
            this.nanoTime = nanoTime;
        }

    }

}
