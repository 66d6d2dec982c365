package dev.ariadne;

import org.jspecify.annotations.Nullable;

/**
 * The link was lost before the answer of the call came.
 *
 * @since 0.1.0
 */
public class ConnectionLostException extends CallFailedException {

    private final CallEffect effect;

    /**
     * Creates an exception for a call that may have been sent.
     */
    public ConnectionLostException(String account, String command, @Nullable Throwable cause) {
        this(account, command, CallEffect.UNKNOWN, cause);
    }

    /**
     * Creates an exception.
     *
     * @param account the name of the account
     * @param command the call
     * @param effect {@code NONE} if nothing of the call was handed to the link
     * @param cause why the link was lost, null if unknown
     */
    public ConnectionLostException(String account, String command, CallEffect effect, @Nullable Throwable cause) {
        super(account, command, ((effect == CallEffect.NONE)
                ? "the link was lost before the call was sent; make it again"
                : "the link was lost before the answer came; whether it took effect is not known, so look before "
                        + "making it again")
                + ((cause != null) ? " (" + cause.getMessage() + ")" : ""), cause);
        this.effect = effect;
    }

    @Override
    public boolean isRetryable() {
        return true;
    }

    @Override
    public CallEffect getEffect() {
        return this.effect;
    }

}
