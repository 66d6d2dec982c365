package dev.ariadne.background;

import java.time.Duration;
import java.time.Instant;
import java.util.function.IntConsumer;

import dev.ariadne.concurrent.Scheduler;
import dev.ariadne.concurrent.Scheduler.Timer;
import org.jspecify.annotations.Nullable;

/**
 * When the next run of the task of an account is due, during one launch: by its trigger if it has one, and after a
 * back-off. Not safe for concurrent use.
 */
final class Timing {

    private final @Nullable Schedule schedule;

    private final Scheduler time;

    private boolean due;

    private @Nullable Timer timer;

    private int timers;

    private long nextRunAt;

    Timing(@Nullable Schedule schedule, Scheduler time) {
        this.schedule = schedule;
        this.time = time;
    }

    boolean hasTrigger() {
        return this.schedule != null;
    }

    /** Returns how long it is until the trigger says so, zero or less if it does now; null if it never will. */
    @Nullable Duration untilTriggered() {
        return (this.schedule != null) ? this.schedule.choose() : null;
    }

    /** A run has ended, and the next one may not begin before it has rested. */
    void ended(Duration rest) {
        if (this.schedule != null) {
            this.schedule.ended(rest);
        }
    }

    /** The next run is due, whatever the trigger says. */
    void makeDue() {
        this.due = true;
    }

    /** The run that was due begins. */
    void begin() {
        this.due = false;
    }

    /** Tells whether a run may begin now. */
    boolean isDue() {
        if (this.schedule == null) {
            return true;
        }
        if (!isWaiting() && !this.due && isOver(this.schedule.choose())) {
            this.due = isOver(this.schedule.look());
        }
        return this.due;
    }

    private static boolean isOver(@Nullable Duration remaining) {
        return remaining != null && remaining.compareTo(Duration.ZERO) <= 0;
    }

    /** Tells whether the next run has been chosen already, and is waited for. */
    boolean isWaiting() {
        return this.timer != null;
    }

    /**
     * Waits.
     *
     * @param delay how long, null if for nothing
     * @param ring told the number of the timer when the time has come, to {@link #take} it
     */
    void await(@Nullable Duration delay, IntConsumer ring) {
        if (delay != null) {
            start(delay.isNegative() ? Duration.ZERO : delay, ring);
        }
    }

    private void start(Duration delay, IntConsumer ring) {
        this.nextRunAt = this.time.now().plus(delay).toEpochMilli();
        int number = ++this.timers;
        this.timer = this.time.after(atMostLongestWait(delay), () -> ring.accept(number));
    }

    private Duration atMostLongestWait(Duration delay) {
        return (this.schedule != null && this.schedule.longestWait().compareTo(delay) < 0)
                ? this.schedule.longestWait() : delay;
    }

    /**
     * Looks whether the run is due, now that a timer has rung. If it is not, waits for longer.
     *
     * @return true if it is; false also if the timer has been dropped
     */
    boolean take(int number, IntConsumer ring) {
        if (this.timer == null || this.timers != number) {
            return false;
        }
        this.timer = null;
        Duration remaining = (this.schedule != null) ? this.schedule.look() : Duration.ZERO;
        this.due = isOver(remaining);
        if (!this.due) {
            await(remaining, ring);
        }
        return this.due;
    }

    /** Waits no more. */
    void drop() {
        if (this.timer != null) {
            this.timer.cancel();
            this.timer = null;
        }
    }

    /** Returns when the run that is waited for is due, or null if none is. */
    @Nullable Instant nextRunAt() {
        return isWaiting() ? Instant.ofEpochMilli(this.nextRunAt) : null;
    }

}
