package dev.ariadne.autoconfigure;

import java.time.Duration;
import java.util.List;

import dev.ariadne.background.BackgroundScope;
import dev.ariadne.background.OnExhausted;
import dev.ariadne.background.OnStop;
import dev.ariadne.background.RestartOverrides;
import dev.ariadne.background.RestartPolicy;
import dev.ariadne.background.TaskOverrides;
import dev.ariadne.background.TriggerOverrides;
import org.jspecify.annotations.Nullable;

/**
 * What is different for one background task. What is not set is as its definition says.
 *
 * @param enabled whether the task is run at all
 * @param accounts names or ids of the accounts that it runs for; empty means all
 * @param scope how long the task lives
 * @param onStop what happens to a run when the task is to stop
 * @param policy which end of a run is followed by another run
 * @param initialDelay delay of the first restart
 * @param multiplier by how much each further delay is longer
 * @param maxDelay longest delay of a restart
 * @param jitter which part of a delay is left to chance, 0 to 1
 * @param resetAfter a run that lasted this long was healthy: back-off and budget start anew
 * @param maxRestarts how many restarts there may be within the window
 * @param window over which time restarts are counted
 * @param onExhausted what happens when the restarts are used up
 * @param fixedDelay time from the end of a run to the beginning of the next one
 * @param fixedRate time from the beginning of a run to the beginning of the next one
 * @param cron times of day at which runs begin, as a cron expression; - lets the task not run at all
 * @param zone time zone of the cron expression
 * @param triggerInitialDelay time from the launch of the account to the first run, for a fixed delay or rate
 * @param stuckAfter how long a run may show no progress before it is reported; 0 means for ever
 * @param restartWhenStuck whether a run that shows no progress for longer is ended, and run anew
 * @since 0.1.0
 */
public record TaskProperties(@Nullable Boolean enabled, @Nullable List<String> accounts,
        @Nullable BackgroundScope scope, @Nullable OnStop onStop, @Nullable RestartPolicy policy,
        @Nullable Duration initialDelay, @Nullable Double multiplier, @Nullable Duration maxDelay,
        @Nullable Double jitter, @Nullable Duration resetAfter, @Nullable Integer maxRestarts,
        @Nullable Duration window, @Nullable OnExhausted onExhausted, @Nullable Duration fixedDelay,
        @Nullable Duration fixedRate, @Nullable String cron, @Nullable String zone,
        @Nullable Duration triggerInitialDelay, @Nullable Duration stuckAfter, @Nullable Boolean restartWhenStuck) {

    TaskOverrides toOverrides() {
        RestartOverrides restart = new RestartOverrides(this.policy, this.initialDelay, this.multiplier, this.maxDelay,
                this.jitter, this.resetAfter, this.maxRestarts, this.window, this.onExhausted);
        TriggerOverrides trigger = new TriggerOverrides(this.fixedDelay, this.fixedRate, this.cron, this.zone,
                this.triggerInitialDelay);
        return new TaskOverrides(this.enabled, this.accounts, this.scope, this.onStop, restart, trigger,
                this.stuckAfter, this.restartWhenStuck);
    }

}
