package dev.ariadne;

/**
 * The account was not online, and did not become it in time. The call was not sent.
 *
 * @since 0.1.0
 */
public class AccountOfflineException extends CallFailedException {

    public AccountOfflineException(String account, String command, String message) {
        super(account, command, message);
    }

    @Override
    public boolean isRetryable() {
        return true;
    }

    @Override
    public CallEffect getEffect() {
        return CallEffect.NONE;
    }

}
