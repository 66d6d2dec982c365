package dev.ariadne;

import org.jspecify.annotations.Nullable;

/**
 * The link was lost after the call had been sent and before its answer came. Whether it took effect is not known.
 *
 * @since 0.1.0
 */
public class ConnectionLostException extends CallFailedException {

    public ConnectionLostException(String account, String command, @Nullable Throwable cause) {
        super(account, command, "the link was lost before the answer came; whether it took effect is not known"
                + ((cause != null) ? " (" + cause.getMessage() + ")" : ""), cause);
    }

    @Override
    public boolean isRetryable() {
        return true;
    }

}
