package dev.ariadne.background;

import java.time.Duration;

import dev.ariadne.concurrent.Scheduler;

/**
 * The schedule of a {@link Trigger.FixedRate}: runs are due at the points of a grid, and those that are over are
 * skipped.
 */
final class FixedRateSchedule implements Schedule {

    private final Scheduler time;

    private final long period;

    private final long first;

    // The number of the point that was chosen, and the lowest one that may be.
    private long chosen;

    private long lowest;

    private long earliest;

    FixedRateSchedule(Trigger.FixedRate trigger, Spread spread, Scheduler time) {
        this.time = time;
        this.period = trigger.period().toNanos();
        this.first = time.nanoTime() + trigger.initialDelay().plus(spread.within(trigger.period())).toNanos();
        this.earliest = this.first;
    }

    @Override
    public Duration choose() {
        long now = this.time.nanoTime();
        long from = (now - this.earliest > 0) ? now : this.earliest;
        long point = -Math.floorDiv(this.first - from, this.period);
        this.chosen = Math.max(point, this.lowest);
        return remaining();
    }

    private Duration remaining() {
        return Duration.ofNanos(this.first + this.chosen * this.period - this.time.nanoTime());
    }

    @Override
    public Duration look() {
        Duration remaining = remaining();
        if (remaining.compareTo(Duration.ZERO) <= 0) {
            this.lowest = this.chosen + 1;
        }
        return remaining;
    }

    @Override
    public void ended(Duration rest) {
        this.earliest = this.time.nanoTime() + rest.toNanos();
    }

}
