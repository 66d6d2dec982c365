package dev.ariadne.background;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.format.annotation.DurationFormat;
import org.springframework.format.datetime.standard.DurationFormatterUtils;
import org.springframework.util.StringUtils;

/**
 * Reads the definition of a task from its annotation.
 */
final class AnnotatedDefinition {

    private final ConfigurableBeanFactory beanFactory;

    private final AriadneBackground annotation;

    AnnotatedDefinition(ConfigurableBeanFactory beanFactory, AriadneBackground annotation) {
        this.beanFactory = beanFactory;
        this.annotation = annotation;
    }

    /**
     * Returns the definition.
     *
     * @throws InvalidDefinitionException if a value cannot be understood
     */
    BackgroundTaskDefinition read(String defaultName, Function<TaskGroup, BackgroundTask> work) {
        String name = resolve(this.annotation.name());
        TriggerOverrides trigger = trigger();
        BackgroundTaskDefinition.Builder builder = BackgroundTaskDefinition
            .named(StringUtils.hasText(name) ? name : defaultName)
            .taskPerLaunch(work)
            .scope(this.annotation.scope())
            .accounts(accounts())
            .onStop(this.annotation.onStop())
            .restart(restart(this.annotation.restart()))
            .stuckAfter(duration("stuck-after", this.annotation.stuckAfter()))
            .restartWhenStuck(this.annotation.restartWhenStuck());
        return (trigger.isOff() ? builder.enabled(false).off(trigger) : builder.trigger(trigger.applyTo(null))).build();
    }

    private String[] accounts() {
        return Arrays.stream(this.annotation.accounts())
            .flatMap((account) -> Arrays.stream(StringUtils.tokenizeToStringArray(resolve(account), ",")))
            .toArray(String[]::new);
    }

    private TriggerOverrides trigger() {
        return new TriggerOverrides(duration("fixed-delay", this.annotation.fixedDelay()),
                duration("fixed-rate", this.annotation.fixedRate()), text(this.annotation.cron()),
                text(this.annotation.zone()), duration("trigger-initial-delay", this.annotation.initialDelay()));
    }

    private RestartOverrides restart(Restart restart) {
        return new RestartOverrides(single("policy", restart.policy()),
                duration("initial-delay", restart.initialDelay()), set(restart.multiplier()),
                duration("max-delay", restart.maxDelay()), set(restart.jitter()),
                duration("reset-after", restart.resetAfter()),
                (restart.maxRestarts() != -1) ? restart.maxRestarts() : null, duration("window", restart.window()),
                single("on-exhausted", restart.onExhausted()));
    }

    private static @Nullable Double set(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private static <T> @Nullable T single(String setting, T[] values) {
        if (values.length > 1) {
            throw new InvalidDefinitionException(setting, setting + " has " + values.length + " values",
                    "Decide for one of them");
        }
        return (values.length == 1) ? values[0] : null;
    }

    private @Nullable String text(String value) {
        String resolved = resolve(value);
        return StringUtils.hasText(resolved) ? resolved.trim() : null;
    }

    private @Nullable Duration duration(String setting, String value) {
        String text = text(value);
        try {
            return (text != null) ? DurationFormatterUtils.detectAndParse(text, DurationFormat.Unit.MILLIS) : null;
        }
        catch (IllegalArgumentException ex) {
            throw new InvalidDefinitionException(setting, setting + " is '" + text + "', which is not a time",
                    "Write it like 10s, 500ms or PT10S");
        }
    }

    private String resolve(String value) {
        try {
            String resolved = this.beanFactory.resolveEmbeddedValue(value);
            return (resolved != null) ? resolved : "";
        }
        catch (IllegalArgumentException ex) {
            throw new InvalidDefinitionException(null, "The placeholder in '" + value + "' cannot be resolved: "
                    + ex.getMessage(), "Set the property, or give it a default by ${property:default}");
        }
    }

}
