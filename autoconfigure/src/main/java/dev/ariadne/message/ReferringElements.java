package dev.ariadne.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.ariadne.json.FieldWriter;
import dev.ariadne.json.Json;
import dev.ariadne.json.JsonFields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How elements that refer to messages, or contain some, are read and written.
 */
final class ReferringElements {

    static final List<ElementFormat<?>> FORMATS = List.of(
            new ElementFormat<>(Source.class, (json) -> new Source(json.number("id"), json.timeOrEpoch("time")),
                    (source, json) -> json.number("id", source.id()).number("time", source.time().getEpochSecond())),
            new ElementFormat<>(Quote.class, ReferringElements::quote,
                    (quote, json) -> json.number("id", quote.id()).number("senderId", quote.senderId())
                            .number("targetId", quote.targetId()).number("groupId", quote.groupId())
                            .json("origin", ChainJson.write(quote.origin(), json))),
            new ElementFormat<>(Forward.class, ReferringElements::forward, (forward, json) -> json
                    .json("display", (forward.cover() != null) ? cover(forward.cover(), json.another()) : null)
                    .json("nodeList", nodes(forward.nodes(), json))));

    private ReferringElements() {
    }

    private static Quote quote(JsonFields json) {
        return new Quote(json.number("id"), json.number("senderId", 0), json.number("targetId", 0),
                json.number("groupId", 0),
                (json.arrayOrNull("origin") != null) ? ChainJson.read(json, "origin") : MessageChain.empty());
    }

    private static @Nullable Forward forward(JsonFields json) {
        List<Forward.Node> nodes = new ArrayList<>();
        for (JsonFields each : json.objects("nodeList")) {
            Forward.Node node = node(each);
            if (node == null) {
                return null;
            }
            nodes.add(node);
        }
        JsonFields cover = json.objectOrNull("display");
        return new Forward(nodes, (cover != null) ? cover(cover) : null);
    }

    /** Returns null if a node is of no kind, or of several. */
    private static Forward.@Nullable Node node(JsonFields json) {
        Long senderId = json.numberOrNull("senderId");
        Long messageId = json.numberOrNull("messageId");
        JsonFields reference = json.objectOrNull("messageRef");
        if (senderId != null) {
            return (messageId != null || reference != null) ? null : new Forward.Content(senderId,
                    json.text("senderName"), json.timeOrNull("time"), ChainJson.read(json, "messageChain"));
        }
        if (messageId != null) {
            return (reference != null) ? null : new Forward.ById(messageId);
        }
        return (reference != null)
                ? new Forward.ByReference(reference.number("messageId"), reference.number("target")) : null;
    }

    private static ArrayNode nodes(List<Forward.Node> nodes, FieldWriter form) {
        ArrayNode array = Json.array();
        nodes.forEach((node) -> array.add(node(node, form)));
        return array;
    }

    private static ObjectNode node(Forward.Node node, FieldWriter form) {
        Forward.Content content = (node instanceof Forward.Content value) ? value : null;
        Forward.ById byId = (node instanceof Forward.ById value) ? value : null;
        Forward.ByReference reference = (node instanceof Forward.ByReference value) ? value : null;
        Instant time = (content != null) ? content.time() : null;
        return form.another().numberOrNull("senderId", (content != null) ? content.senderId() : null)
            .numberOrNull("time", (time != null) ? time.getEpochSecond() : null)
            .text("senderName", (content != null) ? content.senderName() : null)
            .json("messageChain", (content != null) ? ChainJson.write(content.message(), form) : null)
            .numberOrNull("messageId", (byId != null) ? byId.messageId() : null)
            .json("messageRef", (reference != null) ? reference(reference, form.another()) : null).json();
    }

    private static ObjectNode reference(Forward.ByReference reference, FieldWriter json) {
        return json.number("messageId", reference.messageId()).number("target", reference.target()).json();
    }

    private static Forward.Cover cover(JsonFields json) {
        return new Forward.Cover(json.textOrNull("title"), json.textOrNull("brief"), json.textOrNull("source"),
                json.textsOrNull("preview"), json.textOrNull("summary"));
    }

    private static ObjectNode cover(Forward.Cover cover, FieldWriter json) {
        return json.text("brief", cover.brief()).texts("preview", cover.preview()).text("source", cover.source())
            .text("summary", cover.summary()).text("title", cover.title()).json();
    }

}
