package dev.ariadne.autoconfigure;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;

import dev.ariadne.background.BackgroundSettings;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How background tasks are run.
 *
 * @param enabled whether they are run at all
 * @param threads kind of thread that tasks and listeners run on
 * @param shutdownTimeout one budget for all tasks together to end when the application stops
 * @param awaitTimeout how long a task that is awaited may finish on its own
 * @param restart when a task is run again
 * @param phase lifecycle phase in which tasks start and stop
 * @param tasks what is different for single tasks, by their names
 * @since 0.1.0
 */
public record BackgroundProperties(@DefaultValue("true") boolean enabled, @DefaultValue("auto") Threads threads,
        @DefaultValue("20s") Duration shutdownTimeout, @DefaultValue("15s") Duration awaitTimeout,
        @NestedConfigurationProperty RestartProperties restart,
        @DefaultValue("" + BackgroundSettings.DEFAULT_PHASE) int phase,
        @DefaultValue Map<String, TaskProperties> tasks) {

    /** Nothing is configured. */
    static final BackgroundProperties DEFAULTS = new BackgroundProperties(true, Threads.AUTO, Duration.ofSeconds(20),
            Duration.ofSeconds(15), RestartProperties.DEFAULTS, BackgroundSettings.DEFAULT_PHASE, Map.of());

    public BackgroundProperties {
        restart = Objects.requireNonNullElse(restart, RestartProperties.DEFAULTS);
    }

    /**
     * The kinds of thread that can be asked for.
     */
    public enum Threads {

        /** Virtual where virtual threads do not pin (Java 24 and newer), or where the application uses them. */
        AUTO,

        /** Virtual threads; needs Java 21 or newer. */
        VIRTUAL,

        /** Platform threads. */
        PLATFORM

    }

}
