package dev.ariadne.connector.mirai;

import dev.ariadne.json.Json;
import dev.ariadne.json.JsonFields;
import dev.ariadne.json.MalformedJsonException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One text frame from the server (protocol notes 2 and 5.3, 5.5, observed on 2.10.0).
 *
 * @param syncId what it belongs to: {@link #SESSION}, {@link #EVENT} or the id of a command; null if it has no
 * envelope, as the server answers to a command that it cannot read
 * @param data the content
 */
record ServerFrame(@Nullable String syncId, JsonFields data) {

    /** Marks the frame that tells how the server likes the connection. */
    static final String SESSION = "";

    /** Marks events. */
    static final String EVENT = "-1";

    /**
     * Reads a frame.
     *
     * @throws MalformedJsonException if it cannot be understood
     */
    static ServerFrame parse(String text) {
        JsonNode json = Json.parse(text);
        if (!json.has("syncId") && json.has("code")) {
            return new ServerFrame(null, new JsonFields(json, "answer"));
        }
        JsonFields frame = new JsonFields(json, "frame");
        return new ServerFrame(frame.text("syncId"), frame.object("data"));
    }

    boolean isSession() {
        return SESSION.equals(this.syncId);
    }

    boolean isEvent() {
        return EVENT.equals(this.syncId);
    }

    boolean isUnwrapped() {
        return this.syncId == null;
    }

}
