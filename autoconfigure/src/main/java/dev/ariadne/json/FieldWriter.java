package dev.ariadne.json;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the fields of a JSON object, in one of two forms: the complete one has every field, also those that are null;
 * the sparse one leaves out what is null or has its default. Not safe for use by several threads.
 *
 * @since 0.1.0
 */
public final class FieldWriter {

    private final ObjectNode json = Json.object();

    private final boolean complete;

    private FieldWriter(boolean complete) {
        this.complete = complete;
    }

    /**
     * Returns a writer of the complete form.
     */
    public static FieldWriter complete() {
        return new FieldWriter(true);
    }

    /**
     * Returns a writer of the sparse form.
     */
    public static FieldWriter sparse() {
        return new FieldWriter(false);
    }

    /** Returns whether the form is the complete one. */
    public boolean isComplete() {
        return this.complete;
    }

    /** Returns another writer, of the same form. */
    public FieldWriter another() {
        return new FieldWriter(this.complete);
    }

    /** Returns what was written. */
    public ObjectNode json() {
        return this.json;
    }

    /** Writes a text; null is left out of the sparse form. */
    public FieldWriter text(String name, @Nullable String value) {
        return (value != null) ? set(name, this.json.stringNode(value)) : none(name);
    }

    /** Writes a text; an empty one is left out of the sparse form. */
    public FieldWriter textOrEmpty(String name, String value) {
        return (this.complete || !value.isEmpty()) ? text(name, value) : this;
    }

    /** Writes a whole number. */
    public FieldWriter number(String name, long value) {
        return set(name, this.json.numberNode(value));
    }

    /** Writes a whole number; null is left out of the sparse form. */
    public FieldWriter numberOrNull(String name, @Nullable Long value) {
        return (value != null) ? number(name, value) : none(name);
    }

    /** Writes a whole number; zero is left out of the sparse form. */
    public FieldWriter numberOrZero(String name, long value) {
        return (this.complete || value != 0) ? number(name, value) : this;
    }

    /** Writes a truth value. */
    public FieldWriter flag(String name, boolean value) {
        return set(name, this.json.booleanNode(value));
    }

    /** Writes a truth value; false is left out of the sparse form. */
    public FieldWriter flagOrFalse(String name, boolean value) {
        return (this.complete || value) ? flag(name, value) : this;
    }

    /** Writes an array of texts; null is left out of the sparse form. */
    public FieldWriter texts(String name, @Nullable List<String> values) {
        if (values == null) {
            return none(name);
        }
        ArrayNode array = Json.array();
        values.forEach(array::add);
        return set(name, array);
    }

    /** Writes any JSON; null is left out of the sparse form. */
    public FieldWriter json(String name, @Nullable JsonNode value) {
        return (value != null) ? set(name, value) : none(name);
    }

    private FieldWriter none(String name) {
        if (this.complete) {
            this.json.putNull(name);
        }
        return this;
    }

    private FieldWriter set(String name, JsonNode value) {
        this.json.set(name, value);
        return this;
    }

}
