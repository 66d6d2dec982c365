package dev.ariadne.concurrent;

import java.time.Duration;
import java.time.Instant;

/**
 * Time, and actions at a time. Closed by who made it.
 *
 * @since 0.1.0
 */
public interface Scheduler extends AutoCloseable {

    /**
     * Returns the time of day, for people. It may jump.
     */
    Instant now();

    /**
     * Returns {@link #now()} in milliseconds since 1970.
     */
    default long epochMillis() {
        return now().toEpochMilli();
    }

    /**
     * Returns a clock that never jumps, in nanoseconds, for elapsed time; its zero means nothing.
     */
    long nanoTime();

    /**
     * Runs an action once, after a delay. Actions are short and do not block: they hand longer work to an executor.
     * After the scheduler has been closed nothing is run any more.
     *
     * @param delay how long to wait, zero or more
     * @param action what to run
     * @return a way to call it off
     */
    Timer after(Duration delay, Runnable action);

    /**
     * Drops what is waiting. Does not wait for a running action.
     */
    @Override
    default void close() {
    }

    /**
     * An action that waits for its time.
     */
    @FunctionalInterface
    interface Timer {

        /**
         * Calls the action off, unless it has begun. Does nothing if called again.
         */
        void cancel();

    }

}
