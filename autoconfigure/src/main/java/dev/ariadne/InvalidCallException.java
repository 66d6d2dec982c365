package dev.ariadne;

/**
 * The platform does not understand the parameters of the call.
 *
 * @since 0.1.0
 */
public class InvalidCallException extends CallRejectedException {

    public InvalidCallException(String account, String command, int code, String reason) {
        super(account, command, code, reason, "the parameters are not accepted; correct them");
    }

}
