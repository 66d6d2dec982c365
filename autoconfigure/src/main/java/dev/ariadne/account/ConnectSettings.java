package dev.ariadne.account;

import java.time.Duration;

import org.springframework.util.backoff.ExponentialBackOff;

/**
 * How accounts connect, and connect again.
 *
 * @param timeout how long one attempt may take
 * @param initialDelay the delay after the first failure, and after the loss of a link
 * @param maxDelay the longest delay
 * @param maxAttempts how many attempts may fail in a row until the account is parked; 0 means any number
 * @param heartbeatInterval how often a link makes sure that it is alive
 * @since 0.1.0
 */
public record ConnectSettings(Duration timeout, Duration initialDelay, Duration maxDelay, int maxAttempts,
        Duration heartbeatInterval) {

    private static final double MULTIPLIER = 2;

    private static final double JITTER = 0.2;

    /**
     * Returns the delays between attempts: doubled each time, and jittered by a fifth so that accounts which lost their
     * links together do not come back together.
     */
    ExponentialBackOff backOff() {
        ExponentialBackOff backOff = new ExponentialBackOff(Math.max(this.initialDelay.toMillis(), 1), MULTIPLIER);
        backOff.setMaxInterval(Math.max(this.maxDelay.toMillis(), backOff.getInitialInterval()));
        backOff.setJitter((long) (backOff.getInitialInterval() * JITTER));
        return backOff;
    }

}
