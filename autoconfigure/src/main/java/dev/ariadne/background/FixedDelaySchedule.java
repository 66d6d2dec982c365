package dev.ariadne.background;

import java.time.Duration;

import dev.ariadne.concurrent.Scheduler;

/**
 * The schedule of a {@link Trigger.FixedDelay}.
 */
final class FixedDelaySchedule implements Schedule {

    private final Scheduler time;

    private final Duration delay;

    private long due;

    FixedDelaySchedule(Trigger.FixedDelay trigger, Spread spread, Scheduler time) {
        this.time = time;
        this.delay = trigger.delay();
        this.due = time.nanoTime() + trigger.initialDelay().plus(spread.within(trigger.delay())).toNanos();
    }

    @Override
    public Duration choose() {
        return Duration.ofNanos(this.due - this.time.nanoTime());
    }

    @Override
    public void ended(Duration rest) {
        Duration pause = (rest.compareTo(this.delay) > 0) ? rest : this.delay;
        this.due = this.time.nanoTime() + pause.toNanos();
    }

}
