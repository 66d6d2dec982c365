package dev.ariadne.autoconfigure;

import java.time.Duration;

import dev.ariadne.background.OnExhausted;
import dev.ariadne.background.RestartPolicy;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a background task is run again.
 *
 * @param policy which end of a run is followed by another run
 * @param initialDelay delay of the first restart
 * @param multiplier by how much each further delay is longer
 * @param maxDelay longest delay
 * @param jitter which part of a delay is left to chance, 0 to 1
 * @param resetAfter a run that lasted this long was healthy: back-off and budget start anew
 * @param maxRestarts how many restarts there may be within the window
 * @param window over which time restarts are counted
 * @param onExhausted what happens when the restarts are used up
 * @since 0.1.0
 */
public record RestartProperties(@DefaultValue("on-failure") RestartPolicy policy,
        @DefaultValue("1s") Duration initialDelay, @DefaultValue("2") double multiplier,
        @DefaultValue("1m") Duration maxDelay, @DefaultValue("0.2") double jitter,
        @DefaultValue("1m") Duration resetAfter, @DefaultValue("10") int maxRestarts,
        @DefaultValue("5m") Duration window, @DefaultValue("park") OnExhausted onExhausted) {

    /** Nothing is configured. */
    static final RestartProperties DEFAULTS = new RestartProperties(RestartPolicy.ON_FAILURE, Duration.ofSeconds(1), 2,
            Duration.ofMinutes(1), 0.2, Duration.ofMinutes(1), 10, Duration.ofMinutes(5), OnExhausted.PARK);

}
