package dev.ariadne.json;

import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON as text and as a tree.
 *
 * @since 0.1.0
 */
public final class Json {

    /** A text within JSON may have so many characters. */
    private static final int MAX_TEXT_LENGTH = 32 * 1024 * 1024;

    // A mapper of its own: what a user changes on the application's mapper does not change the wire.
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(MAX_TEXT_LENGTH).build())
            // Names that collide in the table of all names that were ever read would keep others from being read.
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES).build())
        // A double would round, and make of 1e999 an infinity, which is written as a text.
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES).build();

    private Json() {
    }

    /**
     * Reads a text.
     *
     * @throws MalformedJsonException if it is not JSON
     */
    public static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        }
        catch (JacksonException ex) {
            throw new MalformedJsonException("not JSON: " + ex.getOriginalMessage());
        }
        catch (NumberFormatException ex) {
            throw new MalformedJsonException("a number with an exponent of more than 32 bits");
        }
    }

    /**
     * Returns a new, empty object.
     */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /**
     * Returns an object with the given fields.
     *
     * @throws IllegalArgumentException if a value cannot be written as JSON
     */
    public static ObjectNode object(Map<String, ?> fields) {
        return MAPPER.valueToTree(fields);
    }

    /**
     * Returns a new, empty array.
     */
    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /**
     * Writes a tree, without blanks.
     *
     * @throws IllegalArgumentException if it is nested more than 500 levels deep
     */
    public static String write(JsonNode json) {
        try {
            return MAPPER.writeValueAsString(json);
        }
        catch (StreamConstraintsException ex) {
            throw new IllegalArgumentException(ex.getOriginalMessage(), ex);
        }
    }

}
