package dev.ariadne;

/**
 * The account has no permission for the call in that group. A change that takes several permissions may have been made
 * in part: its effect is not known.
 *
 * @since 0.1.0
 */
public class PermissionDeniedException extends CallRejectedException {

    private final CallEffect effect;

    /**
     * Creates an exception for a call that had no effect.
     */
    public PermissionDeniedException(String account, String command, int code, String reason) {
        this(account, command, code, reason, CallEffect.NONE);
    }

    /**
     * Creates an exception.
     *
     * @param account the name of the account
     * @param command the call
     * @param code the platform's own code
     * @param reason the platform's own words
     * @param effect {@code UNKNOWN} if a part of the call may have been permitted
     */
    public PermissionDeniedException(String account, String command, int code, String reason, CallEffect effect) {
        super(account, command, code, reason,
                "the account lacks the permission in that group; have it made an administrator, or the owner");
        this.effect = effect;
    }

    @Override
    public CallEffect getEffect() {
        return this.effect;
    }

}
