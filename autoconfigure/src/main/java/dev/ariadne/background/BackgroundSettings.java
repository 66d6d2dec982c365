package dev.ariadne.background;

import java.time.Duration;
import java.util.Map;

import dev.ariadne.concurrent.ThreadMode;
import org.springframework.context.SmartLifecycle;

/**
 * How background tasks are run and stopped.
 *
 * @param enabled whether they are run at all
 * @param threads what kind of thread a run gets
 * @param shutdownTimeout how long all tasks that are to stop may take together
 * @param awaitTimeout how long a task with {@link OnStop#AWAIT} may finish on its own
 * @param restart when tasks are run again
 * @param phase the phase of the {@link BackgroundTaskLifecycle}
 * @param tasks what the configuration says about single tasks, by their names
 * @since 0.1.0
 */
public record BackgroundSettings(boolean enabled, ThreadMode threads, Duration shutdownTimeout, Duration awaitTimeout,
        RestartSettings restart, int phase, Map<String, TaskOverrides> tasks) {

    /** The phase where nothing else is said: after the accounts have started, before they stop. */
    public static final int DEFAULT_PHASE = SmartLifecycle.DEFAULT_PHASE - 64;

    /** What holds where nothing else is said. */
    public static final BackgroundSettings DEFAULTS = new BackgroundSettings(true, ThreadMode.PLATFORM,
            Duration.ofSeconds(20), Duration.ofSeconds(15), RestartSettings.DEFAULTS, DEFAULT_PHASE);

    /**
     * Creates settings.
     *
     * @throws IllegalArgumentException if a timeout is negative, or longer than a century; the message begins with its
     * name as it is written in {@code application.yml}
     */
    public BackgroundSettings {
        check("shutdown-timeout", shutdownTimeout);
        check("await-timeout", awaitTimeout);
        tasks = Map.copyOf(tasks);
    }

    /**
     * Creates settings that say nothing about single tasks.
     */
    public BackgroundSettings(boolean enabled, ThreadMode threads, Duration shutdownTimeout, Duration awaitTimeout,
            RestartSettings restart, int phase) {
        this(enabled, threads, shutdownTimeout, awaitTimeout, restart, phase, Map.of());
    }

    private static void check(String name, Duration timeout) {
        if (timeout.isNegative() || timeout.compareTo(Schedule.CENTURY) > 0) {
            throw new IllegalArgumentException(name + " must be neither negative nor longer than a century, but is "
                    + timeout);
        }
    }

    /**
     * Returns how long after the beginning of a stop the tasks that still run are interrupted: the await timeout, or
     * if that is no shorter than the budget, so long that they have a quarter of it left.
     */
    Duration interruptAfter() {
        return (this.awaitTimeout.compareTo(this.shutdownTimeout) < 0) ? this.awaitTimeout
                : this.shutdownTimeout.multipliedBy(3).dividedBy(4);
    }

}
