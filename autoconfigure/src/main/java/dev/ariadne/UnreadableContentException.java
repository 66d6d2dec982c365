package dev.ariadne;

import org.jspecify.annotations.Nullable;

/**
 * A file that was to be uploaded cannot be read, or is not as long as it was said to be. The call took no effect.
 *
 * @since 0.1.0
 */
public class UnreadableContentException extends CallFailedException {

    public UnreadableContentException(String account, String command, String message, @Nullable Throwable cause) {
        super(account, command, message, cause);
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
