package dev.ariadne.background;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the configuration says about one task, instead of its definition; null where it says nothing.
 *
 * @param enabled whether the task is run at all
 * @param accounts the names or ids of the accounts that it runs for; empty means all
 * @param scope how long it lives
 * @param onStop what happens to a run when it is to stop
 * @param restart when it is run again after a failure
 * @param trigger when it is run again and again
 * @param stuckAfter how long a run may show no progress; zero means for ever
 * @param restartWhenStuck whether a run that shows none for longer is ended, and run anew
 * @since 0.1.0
 */
public record TaskOverrides(@Nullable Boolean enabled, @Nullable List<String> accounts,
        @Nullable BackgroundScope scope, @Nullable OnStop onStop, RestartOverrides restart, TriggerOverrides trigger,
        @Nullable Duration stuckAfter, @Nullable Boolean restartWhenStuck) {

    /** Nothing is said. */
    public static final TaskOverrides NONE = new TaskOverrides(null, null, null, null, RestartOverrides.NONE,
            TriggerOverrides.NONE, null, null);

    /**
     * Returns the definition with what the configuration says instead.
     *
     * @throws InvalidDefinitionException if the two make no sense together
     */
    BackgroundTaskDefinition applyTo(BackgroundTaskDefinition definition) {
        BackgroundTaskDefinition.Builder builder = definition.toBuilder();
        if (this.enabled != null) {
            builder.enabled(this.enabled);
        }
        if (this.accounts != null) {
            builder.accounts(this.accounts.toArray(String[]::new));
        }
        if (this.scope != null) {
            builder.scope(this.scope);
        }
        if (this.onStop != null) {
            builder.onStop(this.onStop);
        }
        if (this.stuckAfter != null && this.stuckAfter.isZero()) {
            builder.stuckAfter(null).restartWhenStuck(false);
        }
        else if (this.stuckAfter != null) {
            builder.stuckAfter(this.stuckAfter);
        }
        if (this.restartWhenStuck != null) {
            builder.restartWhenStuck(this.restartWhenStuck);
        }
        builder.restart(this.restart.over(definition.restart()));
        applyTrigger(builder, definition);
        return builder.build();
    }

    private void applyTrigger(BackgroundTaskDefinition.Builder builder, BackgroundTaskDefinition definition) {
        TriggerOverrides off = definition.off();
        if (this.trigger.isOff()) {
            builder.enabled(false);
        }
        else if (off == null) {
            builder.trigger(this.trigger.applyTo(definition.trigger()));
        }
        else if (this.trigger.namesTrigger()) {
            builder.trigger(this.trigger.withZoneOf(off).applyTo(null)).enabled(!Boolean.FALSE.equals(this.enabled));
        }
        else if (Boolean.TRUE.equals(this.enabled)) {
            throw new InvalidDefinitionException("enabled",
                    "The task is enabled, but its own cron is '-', which lets it not run",
                    "Set cron, fixed-delay or fixed-rate too, or leave out enabled");
        }
    }

}
