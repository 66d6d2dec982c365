package dev.ariadne.background;

import java.time.Duration;

import dev.ariadne.concurrent.Scheduler;

/**
 * The schedule of a {@link Trigger.FixedRate}: runs are due at the points of a grid, and those that are over are
 * skipped, except that the first one may be a little late.
 */
final class FixedRateSchedule implements Schedule {

    private static final Duration LONGEST_DELAY_OF_FIRST = Duration.ofMinutes(1);

    private final Scheduler time;

    private final long period;

    private final long first;

    // The number of the point that was chosen, and the lowest one that may be.
    private long chosen;

    private long lowest;

    private long earliest;

    // Whether no point has been used yet, nor a run has ended.
    private boolean fresh = true;

    FixedRateSchedule(Trigger.FixedRate trigger, Spread spread, Scheduler time) {
        this.time = time;
        this.period = trigger.period().toNanos();
        this.first = time.nanoTime() + trigger.initialDelay().plus(spread.within(trigger.period())).toNanos();
        this.earliest = this.first;
    }

    @Override
    public Duration choose() {
        long now = this.time.nanoTime();
        if (this.fresh && now - this.first < longestDelayOfFirst()) {
            return remaining();
        }
        long from = (now - this.earliest > 0) ? now : this.earliest;
        long point = -Math.floorDiv(this.first - from, this.period);
        this.chosen = Math.max(point, this.lowest);
        return remaining();
    }

    private long longestDelayOfFirst() {
        return Math.min(this.period / 2, LONGEST_DELAY_OF_FIRST.toNanos());
    }

    private Duration remaining() {
        return Duration.ofNanos(this.first + this.chosen * this.period - this.time.nanoTime());
    }

    @Override
    public Duration look() {
        Duration remaining = remaining();
        if (remaining.compareTo(Duration.ZERO) <= 0) {
            this.lowest = this.chosen + 1;
            this.fresh = false;
        }
        return remaining;
    }

    @Override
    public void ended(Duration rest) {
        this.fresh = false;
        this.earliest = this.time.nanoTime() + rest.toNanos();
    }

}
