package dev.ariadne.connector.mirai;

import dev.ariadne.Ariadne;
import dev.ariadne.connector.ConnectionListener;
import dev.ariadne.event.AriadneEventPublisher;
import dev.ariadne.event.ReceivedEvent;
import dev.ariadne.event.bot.BotEvent;
import dev.ariadne.json.JsonFields;
import dev.ariadne.json.MalformedJsonException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Tells a listener of the events that a server sends bare, without a frame around them.
 */
final class EventReceiver {

    private static final Logger logger = LoggerFactory.getLogger(EventReceiver.class);

    private final Ariadne ariadne;

    private final ConnectionListener listener;

    private final EventDecoder decoder;

    EventReceiver(Ariadne ariadne, ConnectionListener listener) {
        this.ariadne = ariadne;
        this.listener = listener;
        this.decoder = new EventDecoder(ariadne);
    }

    /** Tells of an event, or that it cannot be understood. Never throws. */
    void receive(JsonNode json) {
        try {
            ReceivedEvent event = this.decoder.decode(new JsonFields(json, "event"));
            this.listener.received(event);
            if (event instanceof BotEvent botEvent) {
                LoginState.tell(botEvent, this.listener);
            }
        }
        catch (MalformedJsonException ex) {
            this.listener.rejected(ex.getMessage());
        }
        catch (RuntimeException | Error ex) {
            AriadneEventPublisher.runNamed(this.ariadne.name(),
                    () -> logger.error("Account '{}': a received event was not handled", this.ariadne.name(), ex));
        }
    }

}
