package dev.ariadne.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The fields of a JSON object, read strictly: what is missing or of another type than expected makes the whole frame
 * malformed.
 *
 * @since 0.1.0
 */
public final class JsonFields {

    // Longer than what a message shows. Without a limit the paths of deep JSON would be far longer than itself.
    private static final int MAX_PATH = 300;

    private static final int NO_INDEX = -1;

    private final JsonNode json;

    /** What has the object in a field, null if the name is the whole path. */
    private final @Nullable JsonFields parent;

    private final String name;

    private final int index;

    /**
     * Creates the fields of an object.
     *
     * @param json the object
     * @param path where it was found, for messages
     * @throws MalformedJsonException if it is not an object
     */
    public JsonFields(JsonNode json, String path) {
        this(json, null, path, NO_INDEX);
    }

    private JsonFields(JsonNode json, @Nullable JsonFields parent, String name, int index) {
        this.json = json;
        this.parent = parent;
        this.name = name;
        this.index = index;
        if (!json.isObject()) {
            throw new MalformedJsonException(path() + " is not an object");
        }
    }

    /**
     * Returns the object.
     */
    public JsonNode json() {
        return this.json;
    }

    /**
     * Returns where the object was found, for messages; cut after 300 characters. Put together when it is asked for,
     * since that is seldom.
     */
    public String path() {
        String path = (this.parent != null) ? this.parent.pathOf(this.name) : this.name;
        path = (this.index != NO_INDEX) ? path + "[" + this.index + "]" : path;
        return (path.length() <= MAX_PATH) ? path : path.substring(0, MAX_PATH);
    }

    private JsonNode required(String name) {
        JsonNode value = optional(name);
        if (value == null) {
            throw new MalformedJsonException(pathOf(name) + " is missing");
        }
        return value;
    }

    private @Nullable JsonNode optional(String name) {
        JsonNode value = this.json.get(name);
        return (value == null || value.isNull()) ? null : value;
    }

    private String pathOf(String name) {
        return path() + "." + name;
    }

    private MalformedJsonException not(String expected, String name) {
        return new MalformedJsonException(pathOf(name) + " is not " + expected);
    }

    /** Returns a required whole number. */
    public long number(String name) {
        return toLong(required(name), name);
    }

    /** Returns a whole number, or the given one if it is missing or null. */
    public long number(String name, long ifMissing) {
        JsonNode value = optional(name);
        return (value != null) ? toLong(value, name) : ifMissing;
    }

    private long toLong(JsonNode value, String name) {
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw not("a whole number", name);
        }
        return value.longValue();
    }

    /** Returns a 32-bit number, or the given one if it is missing or null. */
    public int integer(String name, int ifMissing) {
        long value = number(name, ifMissing);
        if (value != (int) value) {
            throw not("a 32-bit number", name);
        }
        return (int) value;
    }

    /** Returns a 32-bit number, null if it is missing or null. */
    public @Nullable Integer integerOrNull(String name) {
        return (optional(name) != null) ? Integer.valueOf(integer(name, 0)) : null;
    }

    /** Returns a whole number, null if it is missing or null. */
    public @Nullable Long numberOrNull(String name) {
        return (optional(name) != null) ? Long.valueOf(number(name)) : null;
    }

    /** Returns a required time, given as seconds since the epoch. */
    public Instant time(String name) {
        return toTime(number(name), name);
    }

    /** Returns a time, given as seconds since the epoch; the epoch if it is missing or null. */
    public Instant timeOrEpoch(String name) {
        return toTime(number(name, 0), name);
    }

    /** Returns a time, given as seconds since the epoch, null if it is missing or null. */
    public @Nullable Instant timeOrNull(String name) {
        return (optional(name) != null) ? time(name) : null;
    }

    private Instant toTime(long seconds, String name) {
        try {
            return Instant.ofEpochSecond(seconds);
        }
        catch (DateTimeException ex) {
            throw not("a time", name);
        }
    }

    /** Returns a required truth value. */
    public boolean flag(String name) {
        required(name);
        return flag(name, false);
    }

    /** Returns a truth value, or the given one if it is missing or null. */
    public boolean flag(String name, boolean ifMissing) {
        JsonNode value = optional(name);
        if (value != null && !value.isBoolean()) {
            throw not("true or false", name);
        }
        return (value != null) ? value.booleanValue() : ifMissing;
    }

    /** Returns a required text. */
    public String text(String name) {
        return toText(required(name), name);
    }

    /** Returns a text, or the given one if it is missing or null. */
    public String text(String name, String ifMissing) {
        String value = textOrNull(name);
        return (value != null) ? value : ifMissing;
    }

    /** Returns a text, null if it is missing or null. */
    public @Nullable String textOrNull(String name) {
        JsonNode value = optional(name);
        return (value != null) ? toText(value, name) : null;
    }

    private String toText(JsonNode value, String name) {
        if (!value.isString()) {
            throw not("text", name);
        }
        return value.stringValue();
    }

    /** Returns a required array of texts. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : array(name)) {
            texts.add(toText(value, name));
        }
        return List.copyOf(texts);
    }

    /** Returns an array of texts, null if it is missing or null. */
    public @Nullable List<String> textsOrNull(String name) {
        return (optional(name) != null) ? texts(name) : null;
    }

    /** Returns a required array of objects. */
    public List<JsonFields> objects(String name) {
        List<JsonFields> objects = new ArrayList<>();
        for (JsonNode value : array(name)) {
            objects.add(new JsonFields(value, this, name, objects.size()));
        }
        return List.copyOf(objects);
    }

    /** Returns a required object. */
    public JsonFields object(String name) {
        return new JsonFields(required(name), this, name, NO_INDEX);
    }

    /** Returns an object, null if it is missing or null. */
    public @Nullable JsonFields objectOrNull(String name) {
        return (optional(name) != null) ? object(name) : null;
    }

    /** Returns a required array. */
    public JsonNode array(String name) {
        JsonNode value = required(name);
        if (!value.isArray()) {
            throw not("an array", name);
        }
        return value;
    }

    /** Returns an array, null if it is missing or null. */
    public @Nullable JsonNode arrayOrNull(String name) {
        return (optional(name) != null) ? array(name) : null;
    }

}
