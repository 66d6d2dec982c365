package dev.ariadne.call;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A call that has no type of its own here, for what a newer server may add. It is made as it is, and answered by the
 * server's JSON.
 *
 * @param command the server's name of it, as on its WebSocket: {@code file_list}, not {@code file/list}
 * @param subCommand the part of a command that has several, such as {@code get}; null if it has none
 * @param kind whether it asks or changes something: by HTTP the one is a GET, the other a POST
 * @param parameters its parameters, by name; anything that Jackson can write. The map is copied, but not what its values
 * contain: a list in it is written as it is when the call is sent, which may be later
 * @since 0.1.0
 */
public record CustomCall(String command, @Nullable String subCommand, Kind kind, Map<String, ?> parameters)
        implements Call<JsonNode> {

    /**
     * Creates a call.
     *
     * @throws IllegalArgumentException if the command is not of ASCII letters, digits and underscores
     */
    public CustomCall {
        if (!command.matches("[A-Za-z0-9_]+")) {
            throw new IllegalArgumentException("The name of a command is of letters, digits and underscores: "
                    + command);
        }
        // Unlike Map.copyOf it keeps the order, and values that are null.
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /**
     * Returns a call that asks for something and changes nothing.
     */
    public static CustomCall query(String command, Map<String, ?> parameters) {
        return new CustomCall(command, null, Kind.QUERY, parameters);
    }

    /**
     * Returns a call that changes something.
     */
    public static CustomCall action(String command, Map<String, ?> parameters) {
        return new CustomCall(command, null, Kind.ACTION, parameters);
    }

    /**
     * What a call does.
     */
    public enum Kind {

        /** It asks. */
        QUERY,

        /** It changes something. */
        ACTION

    }

}
