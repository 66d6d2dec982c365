package dev.ariadne;

import org.jspecify.annotations.Nullable;

/**
 * The root of all exceptions that tell of accounts and their calls. Its messages and those of its causes contain no
 * secret.
 *
 * @since 0.1.0
 */
public abstract class AriadneException extends RuntimeException {

    protected AriadneException(String message) {
        super(message);
    }

    protected AriadneException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

}
