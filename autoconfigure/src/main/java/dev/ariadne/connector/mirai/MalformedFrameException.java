package dev.ariadne.connector.mirai;

/**
 * What the server sent cannot be understood. Thrown and caught within one frame, so it has no stack trace.
 */
final class MalformedFrameException extends RuntimeException {

    private static final int MAX_LENGTH = 300;

    MalformedFrameException(String message) {
        super(oneLine(message), null, false, false);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    private static String oneLine(String message) {
        String line = message.replaceAll("\\p{Cntrl}+", " ");
        return (line.length() <= MAX_LENGTH) ? line : line.substring(0, MAX_LENGTH) + "...";
    }

}
