package dev.ariadne;

/**
 * The platform's server failed while it carried out the call. It may have done so before, while or after the call took
 * effect. Most such failures come again when the call is made again, so it does not count as retryable; the reason,
 * which is the text of an exception in the server, may tell more.
 * <p>
 * A console command that the server does not know, and one that failed while it ran, are answered alike; either is this
 * failure.
 *
 * @since 0.1.0
 */
public class ServerFailedException extends CallRejectedException {

    public ServerFailedException(String account, String command, int code, String reason) {
        this(account, command, code, reason,
                "the server failed; its log tells more; whether it took effect is not known");
    }

    /**
     * Creates an exception.
     *
     * @param account the name of the account
     * @param command the call
     * @param code the platform's own code
     * @param reason the platform's own words
     * @param hint what may have failed, and what is known of the effect
     */
    public ServerFailedException(String account, String command, int code, String reason, String hint) {
        super(account, command, code, reason, hint);
    }

    @Override
    public CallEffect getEffect() {
        return CallEffect.UNKNOWN;
    }

}
