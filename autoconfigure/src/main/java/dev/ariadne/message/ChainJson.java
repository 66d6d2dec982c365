package dev.ariadne.message;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.ariadne.json.FieldWriter;
import dev.ariadne.json.Json;
import dev.ariadne.json.JsonFields;
import dev.ariadne.json.MalformedJsonException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * Message chains as JSON trees, for those who write connectors. Applications use {@link MessageChain#toJson()}.
 * <p>
 * The format is that of mirai-api-http (protocol notes 4, observed on 2.10.0). There are two forms of it: the complete
 * one has every field, as the server itself writes it; the one for sending leaves out what has no value, since the
 * server has defaults, and the {@link Source} and {@link Quote} elements, since the server drops them.
 *
 * @since 0.1.0
 */
public final class ChainJson {

    private static final Map<String, ElementFormat<?>> FORMATS = formats();

    private ChainJson() {
    }

    private static Map<String, ElementFormat<?>> formats() {
        Map<String, ElementFormat<?>> formats = new HashMap<>();
        TextElements.FORMATS.forEach((format) -> formats.put(format.name(), format));
        MediaElements.FORMATS.forEach((format) -> formats.put(format.name(), format));
        ReferringElements.FORMATS.forEach((format) -> formats.put(format.name(), format));
        return Map.copyOf(formats);
    }

    /**
     * Reads the chain in a field.
     *
     * @throws MalformedJsonException if there is none, or an element is not as its type has it
     */
    public static MessageChain read(JsonFields fields, String name) {
        List<MessageElement> elements = new ArrayList<>();
        fields.objects(name).forEach((element) -> elements.add(element(element)));
        return MessageChain.of(elements);
    }

    /**
     * Reads a chain.
     *
     * @param array its JSON
     * @param path where it was found, for messages
     * @throws MalformedJsonException if it is not an array, or an element is not as its type has it
     */
    public static MessageChain read(JsonNode array, String path) {
        if (!array.isArray()) {
            throw new MalformedJsonException(path + " is not an array");
        }
        List<MessageElement> elements = new ArrayList<>(array.size());
        for (JsonNode element : array) {
            elements.add(element(new JsonFields(element, path + "[" + elements.size() + "]")));
        }
        return MessageChain.of(elements);
    }

    private static MessageElement element(JsonFields json) {
        String type = json.text("type");
        ElementFormat<?> format = FORMATS.get(type);
        MessageElement element = (format != null) ? format.read(json) : null;
        return (element != null) ? element : new UnknownElement(type, json.json());
    }

    /**
     * Writes a chain in the complete form.
     */
    public static ArrayNode complete(MessageChain chain) {
        return write(chain, FieldWriter.complete());
    }

    /**
     * Writes a chain in the form for sending.
     */
    public static ArrayNode forSending(MessageChain chain) {
        return write(chain, FieldWriter.sparse());
    }

    static ArrayNode write(MessageChain chain, FieldWriter form) {
        ArrayNode array = Json.array();
        for (MessageElement element : chain) {
            JsonNode json = element(element, form.another());
            if (json != null) {
                array.add(json);
            }
        }
        return array;
    }

    private static @Nullable JsonNode element(MessageElement element, FieldWriter json) {
        if (element instanceof UnknownElement unknown) {
            return unknown.json();
        }
        if (!json.isComplete() && (element instanceof Source || element instanceof Quote)) {
            return null;
        }
        ElementFormat<?> format = FORMATS.get(element.getClass().getSimpleName());
        if (format == null) {
            throw new IllegalStateException("No format for " + element.getClass());
        }
        return format.write(element, json);
    }

}
