package dev.ariadne.connector.mirai;

/**
 * A message that the link has brought.
 *
 * @param text the message, or what is wrong with it
 * @param readable whether it is a message
 */
record Inbound(String text, boolean readable) {

    static Inbound message(String text) {
        return new Inbound(text, true);
    }

    static Inbound skipped(String reason) {
        return new Inbound(reason, false);
    }

}
