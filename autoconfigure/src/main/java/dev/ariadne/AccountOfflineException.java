package dev.ariadne;

/**
 * The account was not online, and did not become it in time. The call was not sent.
 *
 * @since 0.1.0
 */
public class AccountOfflineException extends CallFailedException {

    private final boolean retryable;

    /**
     * Creates an exception for an account that may become online by itself.
     */
    public AccountOfflineException(String account, String command, String message) {
        this(account, command, message, true);
    }

    /**
     * Creates an exception.
     *
     * @param account the name of the account
     * @param command the call
     * @param message why it is offline
     * @param retryable whether it may become online by itself
     */
    public AccountOfflineException(String account, String command, String message, boolean retryable) {
        super(account, command, message);
        this.retryable = retryable;
    }

    @Override
    public boolean isRetryable() {
        return this.retryable;
    }

    @Override
    public CallEffect getEffect() {
        return CallEffect.NONE;
    }

}
