package dev.ariadne;

/**
 * The platform answered that it refuses the call. Subclasses tell the usual reasons apart. The codes are those of
 * mirai-api-http (protocol notes 1, observed on 2.10.0); the sandbox uses the same.
 * <table>
 * <caption>Codes, and what they become</caption>
 * <tr><th>code</th><th>exception</th><th>retryable</th><th>effect</th></tr>
 * <tr><td>1</td><td>{@link KeyRejectedException}</td><td>no</td><td>none</td></tr>
 * <tr><td>2</td><td>{@link AccountUnknownException}</td><td>yes, slowly</td><td>none</td></tr>
 * <tr><td>3, 4</td><td>{@link SessionGoneException}</td><td>yes, on a new session</td><td>none</td></tr>
 * <tr><td>5</td><td>{@link TargetNotFoundException}</td><td>no</td><td>none</td></tr>
 * <tr><td>6</td><td>{@link UnsupportedCallException}; {@link TargetNotFoundException} if a file is
 * missing</td><td>no</td><td>none</td></tr>
 * <tr><td>10</td><td>{@link PermissionDeniedException}</td><td>no</td><td>none; unknown for a change of both the name
 * and the special title of a member</td></tr>
 * <tr><td>20</td><td>{@link AccountMutedException}</td><td>yes, later</td><td>none</td></tr>
 * <tr><td>30</td><td>{@link MessageTooLongException}</td><td>no</td><td>none</td></tr>
 * <tr><td>400</td><td>{@link InvalidCallException}; {@link ServerFailedException} if a console command is unknown or
 * failed</td><td>no</td><td>none; unknown for the console command</td></tr>
 * <tr><td>500</td><td>{@link ServerFailedException}; where its words tell more, {@link InvalidCallException} or
 * {@link UnsupportedCallException}</td><td>no</td><td>unknown; none where its words tell more</td></tr>
 * <tr><td>others</td><td>this class</td><td>no</td><td>none</td></tr>
 * </table>
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

    @Override
    public CallEffect getEffect() {
        return CallEffect.NONE;
    }

}
