package dev.ariadne.background;

import java.time.Duration;

import dev.ariadne.Ariadne;
import dev.ariadne.concurrent.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * When the runs of the task of one account are due, during one launch. Not safe for concurrent use.
 */
interface Schedule {

    /** Longer than any time of a task: in nanoseconds it would not be far from the end of numbers. */
    Duration CENTURY = Duration.ofDays(36500);

    /** Returns the schedule of an account's task that is launched now, or null if it has no trigger. */
    static @Nullable Schedule of(BackgroundTaskDefinition task, Ariadne ariadne, Scheduler time) {
        Trigger trigger = task.trigger();
        if (trigger == null) {
            return null;
        }
        Spread spread = (task.scope() == BackgroundScope.APPLICATION) ? Spread.NONE
                : Spread.of(ariadne.name(), task.name());
        if (trigger instanceof Trigger.FixedDelay fixed) {
            return new FixedDelaySchedule(fixed, spread, time);
        }
        if (trigger instanceof Trigger.FixedRate fixed) {
            return new FixedRateSchedule(fixed, spread, time);
        }
        return new CronSchedule((Trigger.Cron) trigger, spread, time);
    }

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
