package dev.ariadne.background;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Those {@link RestartSettings} that differ for one task; null where they do not.
 *
 * @param policy which end of a run is followed by another run
 * @param initialDelay how long the first restart waits
 * @param multiplier by how much each further one waits longer
 * @param maxDelay how long a restart waits at most
 * @param jitter which part of a delay is left to chance
 * @param resetAfter how long a healthy run lasts
 * @param maxRestarts how many restarts there may be within the window
 * @param window over which time restarts are counted
 * @param onExhausted what happens when they are used up
 * @since 0.1.0
 */
public record RestartOverrides(@Nullable RestartPolicy policy, @Nullable Duration initialDelay,
        @Nullable Double multiplier, @Nullable Duration maxDelay, @Nullable Double jitter,
        @Nullable Duration resetAfter, @Nullable Integer maxRestarts, @Nullable Duration window,
        @Nullable OnExhausted onExhausted) {

    /** Nothing differs. */
    public static final RestartOverrides NONE = new RestartOverrides(null, null, null, null, null, null, null, null,
            null);

    /**
     * Returns overrides that leave nothing of the settings they are applied to.
     */
    public static RestartOverrides of(RestartSettings settings) {
        return new RestartOverrides(settings.policy(), settings.initialDelay(), settings.multiplier(),
                settings.maxDelay(), settings.jitter(), settings.resetAfter(), settings.maxRestarts(),
                settings.window(), settings.onExhausted());
    }

    /**
     * Returns these overrides, and where they say nothing what the other ones say.
     */
    RestartOverrides over(RestartOverrides other) {
        return new RestartOverrides(either(this.policy, other.policy), either(this.initialDelay, other.initialDelay),
                either(this.multiplier, other.multiplier), either(this.maxDelay, other.maxDelay),
                either(this.jitter, other.jitter), either(this.resetAfter, other.resetAfter),
                either(this.maxRestarts, other.maxRestarts), either(this.window, other.window),
                either(this.onExhausted, other.onExhausted));
    }

    private static <T> @Nullable T either(@Nullable T first, @Nullable T second) {
        return (first != null) ? first : second;
    }

    /**
     * Returns the settings with what differs.
     *
     * @throws IllegalArgumentException if a value is out of its range
     */
    RestartSettings applyTo(RestartSettings settings) {
        if (saysNothing()) {
            return settings;
        }
        return new RestartSettings(or(this.policy, settings.policy()), or(this.initialDelay, settings.initialDelay()),
                or(this.multiplier, settings.multiplier()), or(this.maxDelay, settings.maxDelay()),
                or(this.jitter, settings.jitter()), or(this.resetAfter, settings.resetAfter()),
                or(this.maxRestarts, settings.maxRestarts()), or(this.window, settings.window()),
                or(this.onExhausted, settings.onExhausted()));
    }

    boolean saysNothing() {
        return this.policy == null && this.initialDelay == null && this.multiplier == null && this.maxDelay == null
                && this.jitter == null && this.resetAfter == null && this.maxRestarts == null && this.window == null
                && this.onExhausted == null;
    }

    private static <T> T or(@Nullable T value, T otherwise) {
        return (value != null) ? value : otherwise;
    }

}
