package dev.ariadne.message;

import tools.jackson.databind.JsonNode;

/**
 * An element that has no type of its own here. It keeps its JSON, so that it can be read by hand and sent back as it
 * came.
 *
 * @param type the platform's name of its type
 * @param json the whole element, not to be changed
 * @since 0.1.0
 */
public record UnknownElement(String type, JsonNode json) implements MessageElement {

    @Override
    public String display() {
        return "[" + this.type + "]";
    }

}
