package dev.ariadne.message;

import java.time.Instant;

/**
 * Identifies a received message. The first element of a received chain; ignored when sent.
 *
 * @param id the id of the message
 * @param time when it was sent, in whole seconds
 * @since 0.1.0
 */
public record Source(long id, Instant time) implements MessageElement {

    @Override
    public String display() {
        return "";
    }

}
