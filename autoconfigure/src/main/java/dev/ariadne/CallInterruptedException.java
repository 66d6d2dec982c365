package dev.ariadne;

/**
 * The thread was interrupted while it waited for the end of a call, for instance because its background task is to
 * stop. The thread's interrupt status is set. Whether the call took effect is not known.
 *
 * @since 0.1.0
 */
public class CallInterruptedException extends CallFailedException {

    public CallInterruptedException(String account, String command, InterruptedException cause) {
        super(account, command, "the thread was interrupted while it waited", cause);
    }

    @Override
    public boolean isRetryable() {
        return true;
    }

}
