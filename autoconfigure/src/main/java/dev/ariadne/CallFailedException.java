package dev.ariadne;

import org.jspecify.annotations.Nullable;

/**
 * A call of an account failed. The subclasses tell the ways in which it can.
 *
 * @since 0.1.0
 */
public abstract class CallFailedException extends AriadneException {

    private final String account;

    private final String command;

    protected CallFailedException(String account, String command, String message) {
        this(account, command, message, null);
    }

    protected CallFailedException(String account, String command, String message, @Nullable Throwable cause) {
        super("Call " + command + " of account '" + account + "' failed: " + message, cause);
        this.account = account;
        this.command = command;
    }

    /**
     * Returns the name of the account that made the call.
     */
    public String getAccount() {
        return this.account;
    }

    /**
     * Returns which call it was, such as {@code sendGroupMessage}.
     */
    public String getCommand() {
        return this.command;
    }

    /**
     * Tells whether the same call, made again later, may succeed without any change.
     */
    public abstract boolean isRetryable();

    /**
     * Tells what is known about the effect of the call. Where it is {@link CallEffect#NONE} a call that changes
     * something can be made again without doing it twice.
     */
    public abstract CallEffect getEffect();

}
