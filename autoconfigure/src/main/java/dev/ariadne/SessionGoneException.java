package dev.ariadne;

/**
 * The session of the account is unknown to the platform's server, or not bound. The link is replaced by one with a new
 * session; to try again on that may succeed.
 *
 * @since 0.1.0
 */
public class SessionGoneException extends CallRejectedException {

    public SessionGoneException(String account, String command, int code, String reason) {
        super(account, command, code, reason,
                "the account connects anew; make the call again");
    }

    @Override
    public boolean isRetryable() {
        return true;
    }

}
