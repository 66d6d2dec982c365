package dev.ariadne;

/**
 * The friend, group, member, message or file that the call names does not exist.
 *
 * @since 0.1.0
 */
public class TargetNotFoundException extends CallRejectedException {

    public TargetNotFoundException(String account, String command, int code, String reason) {
        super(account, command, code, reason, "no such friend, group, member, message or file; check the ids");
    }

}
