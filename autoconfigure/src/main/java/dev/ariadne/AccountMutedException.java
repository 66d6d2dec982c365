package dev.ariadne;

/**
 * The account is muted in that group. To try again after the mute may succeed.
 *
 * @since 0.1.0
 */
public class AccountMutedException extends CallRejectedException {

    public AccountMutedException(String account, String command, int code, String reason) {
        super(account, command, code, reason, "the account is muted there; make the call again when the mute is over");
    }

    @Override
    public boolean isRetryable() {
        return true;
    }

}
