package dev.ariadne;

/**
 * The platform answered that it refuses the call. The call took no effect. Subclasses tell the usual reasons apart.
 *
 * @since 0.1.0
 */
public class CallRejectedException extends CallFailedException {

    private final int code;

    private final String reason;

    /**
     * Creates an exception.
     *
     * @param account the name of the account
     * @param command the call
     * @param code the platform's own code
     * @param reason the platform's own words
     */
    public CallRejectedException(String account, String command, int code, String reason) {
        this(account, command, code, reason, "");
    }

    protected CallRejectedException(String account, String command, int code, String reason, String hint) {
        super(account, command, "code " + code + ", " + reason + (hint.isEmpty() ? "" : " (" + hint + ")"));
        this.code = code;
        this.reason = reason;
    }

    /**
     * Returns the platform's own code, for mirai-api-http its state code.
     */
    public int getCode() {
        return this.code;
    }

    /**
     * Returns the platform's own words.
     */
    public String getReason() {
        return this.reason;
    }

    @Override
    public boolean isRetryable() {
        return false;
    }

}
