package dev.ariadne.connector.mirai;

import dev.ariadne.Ariadne;
import dev.ariadne.event.ReceivedEvent;
import dev.ariadne.json.JsonFields;
import dev.ariadne.json.MalformedJsonException;

/**
 * Reads the events of one account.
 */
final class EventDecoder {

    private final Ariadne ariadne;

    EventDecoder(Ariadne ariadne) {
        this.ariadne = ariadne;
    }

    /**
     * Reads an event.
     *
     * @throws MalformedJsonException if it has no type, or is not as its type has it
     */
    ReceivedEvent decode(JsonFields data) {
        return MiraiEvents.read(this.ariadne, data);
    }

}
