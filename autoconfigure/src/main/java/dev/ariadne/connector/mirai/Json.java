package dev.ariadne.connector.mirai;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON as text and as a tree.
 */
final class Json {

    // A mapper of its own: what a user changes on the application's mapper does not change the wire.
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(MiraiSocket.MAX_LENGTH).build())
            .build()).build();

    private Json() {
    }

    /**
     * Reads a text.
     *
     * @throws MalformedFrameException if it is not JSON
     */
    static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        }
        catch (JacksonException ex) {
            throw new MalformedFrameException("not JSON: " + ex.getOriginalMessage());
        }
    }

    static String write(JsonNode json) {
        return MAPPER.writeValueAsString(json);
    }

}
