package dev.ariadne.event;

import java.time.Duration;

import dev.ariadne.Ariadne;
import org.jspecify.annotations.Nullable;

/**
 * An attempt to connect an account has failed, or its link was lost.
 *
 * @since 0.1.0
 */
public class AccountConnectionFailedEvent extends AriadneLifecycleEvent {

    private final Throwable cause;

    private final int attempt;

    private final @Nullable Duration delay;

    public AccountConnectionFailedEvent(Ariadne ariadne, Throwable cause, int attempt, @Nullable Duration delay) {
        super(ariadne);
        this.cause = cause;
        this.attempt = attempt;
        this.delay = delay;
    }

    /**
     * Returns what went wrong.
     */
    public Throwable getCause() {
        return this.cause;
    }

    /**
     * Returns how many attempts have failed in a row, this one included; 0 if no attempt failed but a link was lost.
     */
    public int getAttempt() {
        return this.attempt;
    }

    /**
     * Returns how long it is until the next attempt, or null if there will be none because the account is parked.
     */
    public @Nullable Duration getDelay() {
        return this.delay;
    }

}
