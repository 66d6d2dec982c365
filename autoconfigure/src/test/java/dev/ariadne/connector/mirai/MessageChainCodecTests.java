package dev.ariadne.connector.mirai;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.ariadne.json.Json;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Message chains, there and back.
 */
class MessageChainCodecTests {

    private static final Set<String> NOT_SENT = Set.of("Source", "Quote");

    private static final Set<String> KNOWN = Set.of("Plain", "At", "AtAll", "Face", "Image");

    @ParameterizedTest
    @MethodSource
    void whenARealServerSentAnElementThenItGoesBackAsItCame(String name, JsonNode element) {
        ArrayNode array = (ArrayNode) Json.parse("[" + Json.write(element) + "]");
        MessageChain chain = ChainDecoder.decode(array);
        String type = element.get("type").stringValue();
        ArrayNode sent = ChainEncoder.encode(chain);
        if (NOT_SENT.contains(type)) {
            assertThat(sent).isEmpty();
        }
        else if (KNOWN.contains(type)) {
            assertThat(chain.elements()).hasSize(1).noneMatch(UnknownElement.class::isInstance);
            assertThat(withoutDefaults(sent.get(0))).isEqualTo(withoutDefaults(element));
            assertThat(ChainDecoder.decode(sent).toString()).isEqualTo(chain.toString());
        }
        else {
            assertThat(chain.elements()).containsExactly(new UnknownElement(type, element));
            assertThat(sent).isEqualTo(array);
        }
    }

    /** What is null, zero, false or empty is the same to the server as what is not there. */
    private static String withoutDefaults(JsonNode element) {
        ObjectNode copy = (ObjectNode) element.deepCopy();
        copy.removeIf((value) -> value.isNull() || value.asString("").isEmpty() || value.asString("").equals("0")
                || value.asString("").equals("false"));
        return Json.write(copy);
    }

    static Stream<Arguments> whenARealServerSentAnElementThenItGoesBackAsItCame() {
        List<Arguments> elements = new ArrayList<>();
        for (Transcripts.Event event : Transcripts.events("05-events.jsonl")) {
            for (JsonNode element : Json.parse(event.frame()).at("/data/messageChain")) {
                elements.add(arguments(event.name() + " " + element.get("type").stringValue(), element));
            }
        }
        return elements.stream();
    }

    @Test
    void whenAQuoteIsDecodedThenItsOriginIsToo() {
        MessageChain chain = ChainDecoder.decode(Json.parse("""
                [{"type":"Quote","id":23,"senderId":30003,"targetId":40001,"groupId":40001,"origin":[
                  {"type":"Quote","id":22,"senderId":1,"targetId":2,"groupId":0,"origin":[]},
                  {"type":"Plain","text":"base message"}]}]
                """));
        assertThat(chain.elements()).containsExactly(new Quote(23, 30003, 40001, 40001,
                MessageChain.of(new Quote(22, 1, 2, 0, MessageChain.empty()), new Plain("base message"))));
    }

    @ParameterizedTest
    @MethodSource
    void whenAnElementIsSentThenItHasWhatTheServerNeeds(MessageElement element, String json) {
        assertThat(Json.write(ChainEncoder.encode(MessageChain.of(element)))).isEqualTo("[" + json + "]");
    }

    static Stream<Arguments> whenAnElementIsSentThenItHasWhatTheServerNeeds() {
        return Stream.of(arguments(new Plain("a \"b\" 你好 😀"), "{\"type\":\"Plain\",\"text\":\"a \\\"b\\\" 你好 😀\"}"),
                arguments(new At(30003, "@somebody"), "{\"type\":\"At\",\"target\":30003}"),
                arguments(new AtAll(), "{\"type\":\"AtAll\"}"),
                arguments(new Face(14), "{\"type\":\"Face\",\"faceId\":14}"),
                arguments(new Face(null, "微笑", true), "{\"type\":\"Face\",\"name\":\"微笑\",\"isSuperFace\":true}"),
                arguments(Image.ofUrl("http://h/i"), "{\"type\":\"Image\",\"url\":\"http://h/i\"}"),
                arguments(Image.ofPath("/i.png"), "{\"type\":\"Image\",\"path\":\"/i.png\"}"),
                arguments(Image.ofId("{A}.png"), "{\"type\":\"Image\",\"imageId\":\"{A}.png\"}"),
                arguments(Image.ofBytes(new byte[] { 1, 2 }), "{\"type\":\"Image\",\"base64\":\"AQI=\"}"),
                arguments(new UnknownElement("Dice", Json.parse("{\"type\":\"Dice\",\"value\":3}")),
                        "{\"type\":\"Dice\",\"value\":3}"),
                arguments(new Quote(1), ""), arguments(new Source(1, Instant.EPOCH), ""));
    }

    @Test
    void whenAFaceOrAnImageSaysNothingThenItIsKeptAsItIs() {
        JsonNode json = Json.parse("[{\"type\":\"Face\",\"faceId\":null},{\"type\":\"Image\"}]");
        assertThat(ChainDecoder.decode(json).elements()).containsExactly(new UnknownElement("Face", json.get(0)),
                new UnknownElement("Image", json.get(1)));
    }

}
