package dev.ariadne.connector.mirai;

import dev.ariadne.message.At;
import dev.ariadne.message.AtAll;
import dev.ariadne.message.Face;
import dev.ariadne.message.Image;
import dev.ariadne.message.MessageChain;
import dev.ariadne.message.MessageElement;
import dev.ariadne.message.Plain;
import dev.ariadne.message.UnknownElement;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes message chains. What has no value is left out, since the server has defaults. {@code Source} and
 * {@code Quote} are left out because the server drops them (protocol notes 4, observed on 2.10.0).
 */
final class ChainEncoder {

    private ChainEncoder() {
    }

    static ArrayNode encode(MessageChain chain) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (MessageElement element : chain) {
            JsonNode json = element(element);
            if (json != null) {
                array.add(json);
            }
        }
        return array;
    }

    private static @Nullable JsonNode element(MessageElement element) {
        if (element instanceof Plain plain) {
            return typed("Plain").put("text", plain.text());
        }
        if (element instanceof At at) {
            return typed("At").put("target", at.target());
        }
        if (element instanceof AtAll) {
            return typed("AtAll");
        }
        if (element instanceof Face face) {
            return face(face);
        }
        if (element instanceof Image image) {
            return image(image);
        }
        return (element instanceof UnknownElement unknown) ? unknown.json() : null;
    }

    private static ObjectNode face(Face face) {
        ObjectNode json = typed("Face");
        if (face.faceId() != null) {
            json.put("faceId", face.faceId());
        }
        putText(json, "name", face.name());
        return putFlag(json, "isSuperFace", face.superFace());
    }

    private static ObjectNode image(Image image) {
        ObjectNode json = typed("Image");
        putText(json, "imageId", image.imageId());
        putText(json, "url", image.url());
        putText(json, "path", image.path());
        putText(json, "base64", image.base64());
        putSize(json, "width", image.width());
        putSize(json, "height", image.height());
        putSize(json, "size", image.size());
        putText(json, "imageType", image.imageType());
        return putFlag(json, "isEmoji", image.emoji());
    }

    private static ObjectNode typed(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }

    private static void putText(ObjectNode json, String name, @Nullable String value) {
        if (value != null) {
            json.put(name, value);
        }
    }

    private static void putSize(ObjectNode json, String name, long value) {
        if (value != 0) {
            json.put(name, value);
        }
    }

    private static ObjectNode putFlag(ObjectNode json, String name, boolean value) {
        return value ? json.put(name, true) : json;
    }

}
