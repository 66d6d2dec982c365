package dev.ariadne.connector.mirai;

import java.util.ArrayList;
import java.util.List;

import dev.ariadne.json.JsonFields;
import dev.ariadne.json.MalformedJsonException;
import dev.ariadne.message.At;
import dev.ariadne.message.AtAll;
import dev.ariadne.message.Face;
import dev.ariadne.message.Image;
import dev.ariadne.message.MessageChain;
import dev.ariadne.message.MessageElement;
import dev.ariadne.message.Plain;
import dev.ariadne.message.Quote;
import dev.ariadne.message.Source;
import dev.ariadne.message.UnknownElement;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads message chains.
 */
final class ChainDecoder {

    private ChainDecoder() {
    }

    /**
     * Reads a chain; a missing one is empty.
     *
     * @throws MalformedJsonException if an element has no type, or is not as its type has it
     */
    static MessageChain decode(@Nullable JsonNode array) {
        if (array == null) {
            return MessageChain.empty();
        }
        List<MessageElement> elements = new ArrayList<>();
        for (JsonNode element : array) {
            elements.add(element(element));
        }
        return MessageChain.of(elements);
    }

    private static MessageElement element(JsonNode json) {
        JsonFields fields = new JsonFields(json, "element");
        String type = fields.text("type");
        JsonFields element = new JsonFields(json, type);
        return switch (type) {
            case "Source" -> new Source(element.number("id"), ContactDecoder.time(element, "time"));
            case "Plain" -> new Plain(element.text("text"));
            case "At" -> new At(element.number("target"), element.text("display", ""));
            case "AtAll" -> new AtAll();
            case "Face" -> face(element);
            case "Image" -> image(element);
            case "Quote" -> quote(element);
            default -> new UnknownElement(type, json);
        };
    }

    private static MessageElement face(JsonFields json) {
        Integer faceId = json.integerOrNull("faceId");
        String name = json.textOrNull("name");
        if (faceId == null && name == null) {
            return new UnknownElement("Face", json.json());
        }
        return new Face(faceId, name, json.flag("isSuperFace", false));
    }

    private static MessageElement image(JsonFields json) {
        String imageId = json.textOrNull("imageId");
        String url = json.textOrNull("url");
        String path = json.textOrNull("path");
        String base64 = json.textOrNull("base64");
        if (imageId == null && url == null && path == null && base64 == null) {
            return new UnknownElement("Image", json.json());
        }
        return new Image(imageId, url, path, base64, json.integer("width", 0), json.integer("height", 0),
                json.number("size", 0), json.textOrNull("imageType"), json.flag("isEmoji", false));
    }

    private static Quote quote(JsonFields json) {
        return new Quote(json.number("id"), json.number("senderId", 0), json.number("targetId", 0),
                json.number("groupId", 0), decode(json.arrayOrNull("origin")));
    }

}
