package dev.ariadne.event;

import dev.ariadne.Ariadne;
import tools.jackson.databind.JsonNode;

/**
 * A received event that has no type of its own here. It keeps its JSON.
 *
 * @param ariadne the account that received it
 * @param conversation what it belongs to, as far as its JSON tells
 * @param name the platform's name of its type
 * @param json the whole event, not to be changed
 * @since 0.1.0
 */
public record UnknownEvent(Ariadne ariadne, Conversation conversation, String name, JsonNode json)
        implements ReceivedEvent {

}
