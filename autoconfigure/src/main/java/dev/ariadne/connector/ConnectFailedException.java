package dev.ariadne.connector;

import dev.ariadne.AriadneException;
import org.jspecify.annotations.Nullable;

/**
 * An attempt to connect failed.
 *
 * @since 0.1.0
 */
public class ConnectFailedException extends AriadneException {

    private final Retry retry;

    /**
     * Creates an exception.
     *
     * @param message what went wrong and, where somebody can mend it, how; without secrets
     * @param retry whether to try again
     * @param cause the cause, or null
     */
    public ConnectFailedException(String message, Retry retry, @Nullable Throwable cause) {
        super(message, cause);
        this.retry = retry;
    }

    /**
     * Tells whether to try again.
     */
    public Retry getRetry() {
        return this.retry;
    }

    /**
     * Whether to try again.
     */
    public enum Retry {

        /** Soon, and then ever more slowly: the platform cannot be reached. */
        BACK_OFF,

        /**
         * At the maximum delay at once: the platform answers that it does not know the account. Once the account has
         * been online it is tried again like {@link #BACK_OFF}, since then it is only not logged in yet.
         */
        SLOWLY,

        /**
         * Never: to try again cannot help. Once the account has been online it is tried again at the maximum delay, since
         * then the reason may go as it came.
         */
        NEVER

    }

}
