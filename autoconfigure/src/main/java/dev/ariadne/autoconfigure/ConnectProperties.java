package dev.ariadne.autoconfigure;

import java.time.Duration;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How accounts connect, and connect again.
 *
 * @param timeout how long one attempt may take
 * @param initialDelay delay after the first failure and after the loss of a link; it doubles with each further failure
 * @param maxDelay longest delay
 * @param maxAttempts how many attempts may fail in a row until the account is parked; 0 means any number
 * @param heartbeatInterval how often a link makes sure that it is alive; two heartbeats without an answer close it;
 * while events come all the same four, or those of two minutes if that is longer
 * @since 0.1.0
 */
public record ConnectProperties(@DefaultValue("10s") Duration timeout, @DefaultValue("1s") Duration initialDelay,
        @DefaultValue("1m") Duration maxDelay, @DefaultValue("0") int maxAttempts,
        @DefaultValue("30s") Duration heartbeatInterval) {

    /** Nothing is configured. */
    static final ConnectProperties DEFAULTS = new ConnectProperties(Duration.ofSeconds(10), Duration.ofSeconds(1),
            Duration.ofMinutes(1), 0, Duration.ofSeconds(30));

}
