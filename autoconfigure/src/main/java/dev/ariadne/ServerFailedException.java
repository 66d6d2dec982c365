package dev.ariadne;

/**
 * The platform's server failed while it carried out the call. It may have done so before, while or after the call took
 * effect. Most such failures come again when the call is made again, so it does not count as retryable; the reason,
 * which is the text of an exception in the server, may tell more.
 *
 * @since 0.1.0
 */
public class ServerFailedException extends CallRejectedException {

    public ServerFailedException(String account, String command, int code, String reason) {
        super(account, command, code, reason,
                "the server failed; its log tells more; whether it took effect is not known");
    }

    @Override
    public CallEffect getEffect() {
        return CallEffect.UNKNOWN;
    }

}
