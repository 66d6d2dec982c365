package dev.ariadne.connector.mirai;

/**
 * A message that the link has brought.
 *
 * @param text the message, or what is wrong with it
 * @param readable whether it is a message
 */
record Inbound(String text, boolean readable) {

    /**
     * Returns for how many short messages it counts where only so much is read ahead.
     */
    int weight() {
        return 1 + this.text.length() / MessageSocket.SHORT;
    }

    static Inbound message(String text) {
        return new Inbound(text, true);
    }

    static Inbound skipped(String reason) {
        return new Inbound(reason, false);
    }

}
