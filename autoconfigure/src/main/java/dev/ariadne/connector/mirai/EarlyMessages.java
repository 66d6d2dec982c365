package dev.ariadne.connector.mirai;

import java.util.ArrayList;
import java.util.List;

import dev.ariadne.json.MalformedJsonException;
import org.jspecify.annotations.Nullable;

/**
 * The messages that came before the server had accepted the account: held back for the connection, in bounds.
 */
final class EarlyMessages {

    private static final int MAX_COUNT = 1024;

    private static final int MAX_LENGTH = MessageSocket.MAX_LENGTH;

    private final List<Inbound> messages = new ArrayList<>();

    private long length;

    private int dropped;

    /** Returns what a message says, null if it is not understood: the connection meets it again and reports it. */
    static @Nullable ServerFrame parse(Inbound message) {
        try {
            return message.readable() ? ServerFrame.parse(message.text()) : null;
        }
        catch (MalformedJsonException ex) {
            return null;
        }
    }

    void add(Inbound message) {
        this.length += message.text().length();
        if (this.messages.size() < MAX_COUNT && this.length <= MAX_LENGTH) {
            this.messages.add(message);
        }
        else {
            this.dropped++;
        }
    }

    /** Returns the messages, and a report of those that were dropped. */
    List<Inbound> all() {
        if (this.dropped > 0) {
            this.messages.add(Inbound.skipped(this.dropped + " messages that came before the session was opened"));
        }
        return this.messages;
    }

}
