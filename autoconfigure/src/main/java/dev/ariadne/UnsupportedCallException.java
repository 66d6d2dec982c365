package dev.ariadne;

/**
 * The platform, or the kind of link, does not support the call.
 *
 * @since 0.1.0
 */
public class UnsupportedCallException extends CallRejectedException {

    public UnsupportedCallException(String account, String command, int code, String reason) {
        super(account, command, code, reason, "not supported here; use another kind of link, or a newer server");
    }

}
