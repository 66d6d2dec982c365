package dev.ariadne.connector.mirai;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The fields of a JSON object, read strictly: what is missing or of another type than expected makes the whole frame
 * malformed.
 *
 * @param json the object
 * @param path where it was found, for messages
 */
record JsonFields(JsonNode json, String path) {

    JsonFields {
        if (!json.isObject()) {
            throw new MalformedFrameException(path + " is not an object");
        }
    }

    private JsonNode required(String name) {
        JsonNode value = optional(name);
        if (value == null) {
            throw new MalformedFrameException(pathOf(name) + " is missing");
        }
        return value;
    }

    private @Nullable JsonNode optional(String name) {
        JsonNode value = this.json.get(name);
        return (value == null || value.isNull()) ? null : value;
    }

    private String pathOf(String name) {
        return this.path + "." + name;
    }

    private MalformedFrameException not(String expected, String name) {
        return new MalformedFrameException(pathOf(name) + " is not " + expected);
    }

    long number(String name) {
        return toLong(required(name), name);
    }

    long number(String name, long ifMissing) {
        JsonNode value = optional(name);
        return (value != null) ? toLong(value, name) : ifMissing;
    }

    private long toLong(JsonNode value, String name) {
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw not("a whole number", name);
        }
        return value.longValue();
    }

    int integer(String name, int ifMissing) {
        long value = number(name, ifMissing);
        if (value != (int) value) {
            throw not("a 32-bit number", name);
        }
        return (int) value;
    }

    @Nullable Integer integerOrNull(String name) {
        return (optional(name) != null) ? Integer.valueOf(integer(name, 0)) : null;
    }

    boolean flag(String name, boolean ifMissing) {
        JsonNode value = optional(name);
        if (value != null && !value.isBoolean()) {
            throw not("true or false", name);
        }
        return (value != null) ? value.booleanValue() : ifMissing;
    }

    String text(String name) {
        return toText(required(name), name);
    }

    String text(String name, String ifMissing) {
        String value = textOrNull(name);
        return (value != null) ? value : ifMissing;
    }

    @Nullable String textOrNull(String name) {
        JsonNode value = optional(name);
        return (value != null) ? toText(value, name) : null;
    }

    private String toText(JsonNode value, String name) {
        if (!value.isString()) {
            throw not("text", name);
        }
        return value.stringValue();
    }

    JsonFields object(String name) {
        return new JsonFields(required(name), pathOf(name));
    }

    @Nullable JsonFields objectOrNull(String name) {
        return (optional(name) != null) ? object(name) : null;
    }

    JsonNode array(String name) {
        JsonNode value = required(name);
        if (!value.isArray()) {
            throw not("an array", name);
        }
        return value;
    }

    @Nullable JsonNode arrayOrNull(String name) {
        return (optional(name) != null) ? array(name) : null;
    }

}
