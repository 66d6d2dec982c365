package dev.ariadne;

/**
 * The thread was interrupted while it waited for the end of a call, for instance because its background task is to
 * stop. The thread's interrupt status is set.
 *
 * @since 0.1.0
 */
public class CallInterruptedException extends CallFailedException {

    private final CallEffect effect;

    /**
     * Creates an exception for a call that may have been sent.
     */
    public CallInterruptedException(String account, String command, InterruptedException cause) {
        this(account, command, CallEffect.UNKNOWN, cause);
    }

    /**
     * Creates an exception.
     *
     * @param account the name of the account
     * @param command the call
     * @param effect {@code NONE} if the call was not sent
     * @param cause the interruption
     */
    public CallInterruptedException(String account, String command, CallEffect effect, InterruptedException cause) {
        super(account, command, (effect == CallEffect.NONE)
                ? "the thread was interrupted while it waited for the link; the call was not sent"
                : "the thread was interrupted while it waited for the answer; whether it took effect is not known",
                cause);
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
