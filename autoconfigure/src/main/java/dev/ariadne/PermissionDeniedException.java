package dev.ariadne;

/**
 * The account has no permission for the call in that group.
 *
 * @since 0.1.0
 */
public class PermissionDeniedException extends CallRejectedException {

    public PermissionDeniedException(String account, String command, int code, String reason) {
        super(account, command, code, reason,
                "the account lacks the permission in that group; have it made an administrator, or the owner");
    }

}
