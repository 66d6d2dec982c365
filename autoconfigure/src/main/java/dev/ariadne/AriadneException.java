package dev.ariadne;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The root of all exceptions that tell of accounts and their calls. Its messages and those of its causes contain no
 * secret. Its message is one line of at most 2000 characters, whatever a server has said.
 *
 * @since 0.1.0
 */
public abstract class AriadneException extends RuntimeException {

    private static final int MAX_LENGTH = 2000;

    private static final Pattern NOT_OF_A_LINE = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

    protected AriadneException(String message) {
        super(oneLine(message));
    }

    protected AriadneException(String message, @Nullable Throwable cause) {
        super(oneLine(message), cause);
    }

    private static String oneLine(String message) {
        String line = NOT_OF_A_LINE.matcher(message).replaceAll(" ");
        return (line.length() <= MAX_LENGTH) ? line : line.substring(0, MAX_LENGTH - 3) + "...";
    }

}
