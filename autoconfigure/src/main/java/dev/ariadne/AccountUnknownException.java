package dev.ariadne;

/**
 * The platform's server does not know the account, or it is not logged in there yet: the two cannot be told apart. To
 * try again, slowly, may succeed once it is logged in.
 *
 * @since 0.1.0
 */
public class AccountUnknownException extends CallRejectedException {

    public AccountUnknownException(String account, String command, int code, String reason) {
        super(account, command, code, reason,
                "log the account in on the server, or correct ariadne.accounts." + account + ".id");
    }

    @Override
    public boolean isRetryable() {
        return true;
    }

}
