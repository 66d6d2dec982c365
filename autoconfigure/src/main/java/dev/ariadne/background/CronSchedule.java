package dev.ariadne.background;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

import dev.ariadne.concurrent.Scheduler;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;

/**
 * The schedule of a {@link Trigger.Cron}. Asks the clock anew at least once a minute, since it may jump: a time that
 * has been jumped over is skipped, and one that comes a second time, because the clock was set back by less than a day,
 * has had its run.
 */
final class CronSchedule implements Schedule {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private static final Duration LONGEST_MEMORY = Duration.ofDays(1);

    private final Scheduler time;

    private final CronExpression expression;

    private final @Nullable ZoneId zone;

    private final Spread spread;

    private @Nullable ZonedDateTime chosen;

    private @Nullable ZonedDateTime last;

    private long restsUntil;

    CronSchedule(Trigger.Cron trigger, Spread spread, Scheduler time) {
        this.time = time;
        this.expression = CronExpression.parse(trigger.expression());
        this.zone = trigger.zone();
        this.spread = spread;
        this.restsUntil = time.nanoTime();
    }

    @Override
    public @Nullable Duration choose() {
        Instant now = this.time.now();
        long rest = Math.max(0, this.restsUntil - this.time.nanoTime());
        this.chosen = nextAfter(now.plusNanos(rest));
        return (this.chosen != null) ? Duration.between(now, startOf(this.chosen)) : null;
    }

    private @Nullable ZonedDateTime nextAfter(Instant earliest) {
        ZonedDateTime from = at(earliest.minus(Spread.WIDEST));
        ZonedDateTime last = this.last;
        if (last != null && Duration.between(from, last).compareTo(LONGEST_MEMORY) > 0) {
            this.last = null;
        }
        else if (last != null && last.isAfter(from)) {
            from = last;
        }
        ZonedDateTime next = this.expression.next(from);
        while (next != null && !startOf(next).isAfter(earliest)) {
            next = this.expression.next(next);
        }
        return next;
    }

    private ZonedDateTime at(Instant instant) {
        return instant.atZone((this.zone != null) ? this.zone : ZoneId.systemDefault());
    }

    private Instant startOf(ZonedDateTime time) {
        ZonedDateTime following = this.expression.next(time);
        Duration period = (following != null) ? Duration.between(time, following) : LONGEST_MEMORY;
        return time.toInstant().plus(this.spread.within(period));
    }

    @Override
    public @Nullable Duration look() {
        ZonedDateTime chosen = this.chosen;
        if (chosen == null) {
            return choose();
        }
        Duration late = Duration.between(startOf(chosen), this.time.now());
        if (late.isNegative() || late.compareTo(LONGEST_WAIT) > 0) {
            return choose();
        }
        this.last = chosen;
        return Duration.ZERO;
    }

    @Override
    public Duration longestWait() {
        return LONGEST_WAIT;
    }

    @Override
    public void ended(Duration rest) {
        this.restsUntil = this.time.nanoTime() + rest.toNanos();
    }

}
