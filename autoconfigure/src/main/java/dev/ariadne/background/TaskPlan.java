package dev.ariadne.background;

import java.time.Duration;

import dev.ariadne.Ariadne;
import dev.ariadne.concurrent.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * What a task is in the end, after the configuration has had its say. One for all accounts.
 *
 * @param definition the task
 * @param restart when it is run again
 */
record TaskPlan(BackgroundTaskDefinition definition, RestartSettings restart) {

    String name() {
        return this.definition.name();
    }

    BackgroundScope scope() {
        return this.definition.scope();
    }

    OnStop onStop() {
        return this.definition.onStop();
    }

    @Nullable Duration stuckAfter() {
        return this.definition.stuckAfter();
    }

    boolean restartWhenStuck() {
        return this.definition.restartWhenStuck();
    }

    BackgroundTask workFor(Ariadne ariadne) {
        return this.definition.workFor(ariadne);
    }

    /** Returns the schedule of an account's task that is launched now, or null if it has no trigger. */
    @Nullable Schedule scheduleFor(Ariadne ariadne, Scheduler time) {
        Trigger trigger = this.definition.trigger();
        if (trigger == null) {
            return null;
        }
        Spread spread = (scope() == BackgroundScope.APPLICATION) ? Spread.NONE : Spread.of(ariadne.name(), name());
        if (trigger instanceof Trigger.FixedDelay fixed) {
            return new FixedDelaySchedule(fixed, spread, time);
        }
        if (trigger instanceof Trigger.FixedRate fixed) {
            return new FixedRateSchedule(fixed, spread, time);
        }
        return new CronSchedule((Trigger.Cron) trigger, spread, time);
    }

}
