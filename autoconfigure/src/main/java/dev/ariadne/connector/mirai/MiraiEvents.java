package dev.ariadne.connector.mirai;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.ariadne.Ariadne;
import dev.ariadne.event.ReceivedEvent;
import dev.ariadne.event.UnknownEvent;
import dev.ariadne.json.JsonFields;
import dev.ariadne.json.MalformedJsonException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads and writes events (protocol notes 4, observed on 2.10.0). An event without a type of its own, or about another
 * bot, is an {@link UnknownEvent}.
 */
final class MiraiEvents {

    private static final Map<String, EventFormat<?>> FORMATS = formats();

    private MiraiEvents() {
    }

    private static Map<String, EventFormat<?>> formats() {
        Map<String, EventFormat<?>> formats = new HashMap<>();
        for (List<EventFormat<?>> some : List.of(MessageFormats.ALL, BotFormats.ALL, GroupFormats.ALL,
                MemberFormats.ALL, FriendFormats.ALL, RequestFormats.ALL, OtherFormats.ALL)) {
            some.forEach((format) -> formats.put(format.name(), format));
        }
        return Map.copyOf(formats);
    }

    /**
     * Reads an event.
     *
     * @throws MalformedJsonException if it has no type, or is not as its type has it
     */
    static ReceivedEvent read(Ariadne ariadne, JsonFields data) {
        String type = data.text("type");
        JsonFields event = new JsonFields(data.json(), type);
        EventFormat<?> format = FORMATS.get(type);
        ReceivedEvent known = (format != null) ? read(format, new EventReader(ariadne, event)) : null;
        return (known != null) ? known
                : new UnknownEvent(ariadne, ConversationFinder.find(event, ariadne.id()), type, data.json());
    }

    private static @Nullable ReceivedEvent read(EventFormat<?> format, EventReader in) {
        return format.reader().apply(in);
    }

    /**
     * Writes an event as the server does, complete.
     *
     * @throws IllegalArgumentException if the event is not one that comes from this platform
     */
    static JsonNode write(ReceivedEvent event) {
        if (event instanceof UnknownEvent unknown) {
            return unknown.json();
        }
        EventFormat<?> format = FORMATS.get(event.type());
        if (format == null || format.type() != event.getClass()) {
            throw new IllegalArgumentException("Not an event of mirai-api-http: " + event.getClass().getName());
        }
        EventWriter out = new EventWriter();
        out.text("type", format.name());
        format.write(event, out);
        return out.json();
    }

}
