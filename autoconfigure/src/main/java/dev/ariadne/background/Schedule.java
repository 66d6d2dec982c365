package dev.ariadne.background;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * When the runs of the task of one account are due, during one launch. Not safe for concurrent use.
 */
interface Schedule {

    /** Longer than any time of a task: in nanoseconds it would not be far from the end of numbers. */
    Duration CENTURY = Duration.ofDays(36500);

    /**
     * Chooses the next run: the first one that is neither over nor too early.
     *
     * @return how long it is until then, zero or less if it is due; null if there is none any more
     */
    @Nullable Duration choose();

    /**
     * Looks again, after a wait, at the run that was chosen. If it is due, it begins now and is not chosen any more.
     *
     * @return how long it is until then, zero or less if it is due; null if there is none any more
     */
    default @Nullable Duration look() {
        return choose();
    }

    /** Returns how long one may wait at most before one looks again. */
    default Duration longestWait() {
        return Duration.ofNanos(Long.MAX_VALUE);
    }

    /** A run has ended, and the next one may not begin before it has rested. */
    void ended(Duration rest);

}
