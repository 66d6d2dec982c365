package dev.ariadne.background;

import java.time.Duration;

import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * When a background task is run again, and how often.
 *
 * @param policy which end of a run is followed by another run
 * @param initialDelay how long the first restart waits
 * @param multiplier by how much each further one waits longer, at least 1
 * @param maxDelay how long a restart waits at most
 * @param jitter which part of a delay is left to chance, 0 to 1
 * @param resetAfter a run that lasted this long was healthy: back-off and budget start anew
 * @param maxRestarts how many restarts after failures there may be within the window; 0 parks the task at its first
 * failure
 * @param window over which time restarts are counted
 * @param onExhausted what happens when they are used up
 * @since 0.1.0
 */
public record RestartSettings(RestartPolicy policy, Duration initialDelay, double multiplier, Duration maxDelay,
        double jitter, Duration resetAfter, int maxRestarts, Duration window, OnExhausted onExhausted) {

    /** What holds where nothing else is said. */
    public static final RestartSettings DEFAULTS = new RestartSettings(RestartPolicy.ON_FAILURE, Duration.ofSeconds(1),
            2, Duration.ofMinutes(1), 0.2, Duration.ofMinutes(1), 10, Duration.ofMinutes(5), OnExhausted.PARK);

    /**
     * Creates settings.
     *
     * @throws IllegalArgumentException if a value is out of its range; the message begins with its name as it is
     * written in {@code application.yml}
     */
    public RestartSettings {
        check(!initialDelay.isNegative(), "initial-delay", "not negative", initialDelay);
        check(multiplier >= 1, "multiplier", "1 or more", multiplier);
        check(maxDelay.compareTo(initialDelay) >= 0, "max-delay", "not shorter than initial-delay", maxDelay);
        check(maxDelay.compareTo(Schedule.CENTURY) <= 0, "max-delay", "shorter than a century", maxDelay);
        check(jitter >= 0 && jitter <= 1, "jitter", "between 0 and 1", jitter);
        check(!resetAfter.isNegative(), "reset-after", "not negative", resetAfter);
        check(maxRestarts >= 0, "max-restarts", "0 or more", maxRestarts);
        check(!window.isNegative() && !window.isZero(), "window", "longer than nothing", window);
        check(window.compareTo(Schedule.CENTURY) <= 0, "window", "shorter than a century", window);
    }

    private static void check(boolean valid, String name, String range, Object value) {
        if (!valid) {
            throw new IllegalArgumentException(name + " must be " + range + ", not " + value);
        }
    }

    BackOff backOff() {
        ExponentialBackOff backOff = new ExponentialBackOff(this.initialDelay.toMillis(), this.multiplier);
        backOff.setMaxInterval(this.maxDelay.toMillis());
        backOff.setJitter((long) (this.initialDelay.toMillis() * this.jitter));
        return backOff;
    }

}
