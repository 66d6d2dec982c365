package dev.ariadne.json;

/**
 * Something received cannot be understood. Thrown and caught while one frame or body is read, so it has no stack trace.
 *
 * @since 0.1.0
 */
public final class MalformedJsonException extends RuntimeException {

    private static final int MAX_LENGTH = 300;

    /**
     * Creates an exception.
     *
     * @param message what is wrong; made one line of at most 300 characters
     */
    public MalformedJsonException(String message) {
        super(oneLine(message), null, false, false);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    private static String oneLine(String message) {
        String line = message.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ");
        return (line.length() <= MAX_LENGTH) ? line : line.substring(0, MAX_LENGTH) + "...";
    }

}
