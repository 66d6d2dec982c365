package dev.ariadne.message;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import dev.ariadne.json.MalformedJsonException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Chains as JSON. What a real server has sent and taken is in the connector's round trips.
 */
class ChainJsonTests {

    private static JsonNode parse(String json) {
        return dev.ariadne.json.Json.parse(json);
    }

    private static String sent(MessageElement... elements) {
        return dev.ariadne.json.Json.write(ChainJson.forSending(MessageChain.of(elements)));
    }

    @Test
    void whenAnyChainIsWrittenThenItComesBack() {
        assertThat(LongStream.range(0, 2000).boxed()).allSatisfy((seed) -> {
            MessageChain chain = new RandomChains(seed).ofAll(3);
            assertThat(MessageChain.fromJson(chain.toJson())).isEqualTo(chain);
        });
    }

    @Test
    void whenAChainIsWrittenThenItIsComplete() {
        assertThat(parse(MessageChain.of(Image.ofId("i"), new Source(1, Instant.ofEpochSecond(5)),
                new Forward(new Forward.ById(3))).toJson()))
            .isEqualTo(parse("""
                    [{"type":"Image","imageId":"i","url":null,"path":null,"base64":null,"width":0,"height":0,"size":0,
                      "imageType":null,"isEmoji":false},{"type":"Source","id":1,"time":5},
                     {"type":"Forward","display":null,"nodeList":[{"senderId":null,"time":null,"senderName":null,
                      "messageChain":null,"messageId":3,"messageRef":null}]}]
                    """.replace("\n", "")));
    }

    @ParameterizedTest
    @MethodSource
    void whenAnElementIsSentThenItHasWhatTheServerNeedsAndNoNulls(MessageElement element, String json) {
        assertThat(sent(element)).isEqualTo("[" + json + "]");
    }

    static Stream<Arguments> whenAnElementIsSentThenItHasWhatTheServerNeedsAndNoNulls() {
        return Stream.of(arguments(new Plain("a \"b\" 你好 😀"), "{\"type\":\"Plain\",\"text\":\"a \\\"b\\\" 你好 😀\"}"),
                arguments(new At(30003), "{\"type\":\"At\",\"target\":30003}"),
                arguments(new AtAll(), "{\"type\":\"AtAll\"}"),
                arguments(new Face(14), "{\"type\":\"Face\",\"faceId\":14}"),
                arguments(new Face(null, "微笑", true), "{\"type\":\"Face\",\"name\":\"微笑\",\"isSuperFace\":true}"),
                arguments(Image.ofUrl("http://h/i"), "{\"type\":\"Image\",\"url\":\"http://h/i\"}"),
                arguments(Image.ofPath("/i.png"), "{\"type\":\"Image\",\"path\":\"/i.png\"}"),
                arguments(Image.ofId("{A}.png"), "{\"type\":\"Image\",\"imageId\":\"{A}.png\"}"),
                arguments(Image.ofBytes(new byte[] { 1, 2 }), "{\"type\":\"Image\",\"base64\":\"AQI=\"}"),
                arguments(Image.ofId("{A}.png").flash(), "{\"type\":\"FlashImage\",\"imageId\":\"{A}.png\"}"),
                arguments(Voice.ofBytes(new byte[] { 1, 2 }), "{\"type\":\"Voice\",\"base64\":\"AQI=\"}"),
                arguments(new UnknownElement("New", parse("{\"type\":\"New\",\"value\":null}")),
                        "{\"type\":\"New\",\"value\":null}"),
                arguments(new Quote(1), ""), arguments(new Source(1, Instant.EPOCH), ""),
                arguments(new Forward(new Forward.Content(1, "x", null, MessageChain.of(new Quote(1),
                        new Plain("a")))), "{\"type\":\"Forward\",\"nodeList\":[{\"senderId\":1,\"senderName\":\"x\","
                                + "\"messageChain\":[{\"type\":\"Plain\",\"text\":\"a\"}]}]}"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"type\":\"Face\",\"faceId\":null}", "{\"type\":\"Image\"}", "{\"type\":\"FlashImage\"}",
        "{\"type\":\"Voice\",\"length\":3}", "{\"type\":\"Dice\",\"value\":9}", "{\"type\":\"Dice\",\"value\":4294967297}",
        "{\"type\":\"Forward\",\"nodeList\":[{}]}",
        "{\"type\":\"Forward\",\"nodeList\":[{\"messageId\":1,\"messageRef\":{\"messageId\":1,\"target\":2}}]}",
        "{\"type\":\"New\"}", "{\"type\":\"\"}" })
    void whenAnElementSaysTooLittleOrIsUnknownThenItIsKeptAsItIs(String json) {
        JsonNode element = parse(json);
        MessageChain chain = MessageChain.fromJson("[" + json + "]");
        assertThat(chain.elements())
            .containsExactly(new UnknownElement(element.get("type").stringValue(), element));
        assertThat(ChainJson.forSending(chain)).containsExactly(element);
        assertThat(ChainJson.complete(chain)).containsExactly(element);
    }

    @Test
    void whenAQuoteIsReadThenItsOriginIsToo() {
        MessageChain chain = MessageChain.fromJson("""
                [{"type":"Quote","id":23,"senderId":30003,"targetId":40001,"groupId":40001,"origin":[
                  {"type":"Quote","id":22,"senderId":1,"targetId":2,"groupId":0},
                  {"type":"Plain","text":"base message"}]}]
                """);
        assertThat(chain.elements()).containsExactly(new Quote(23, 30003, 40001, 40001,
                MessageChain.of(new Quote(22, 1, 2, 0, MessageChain.empty()), new Plain("base message"))));
    }

    @ParameterizedTest
    @MethodSource
    void whenJsonIsNoChainThenThePlaceIsTold(String json, String why) {
        assertThatExceptionOfType(MalformedJsonException.class).isThrownBy(() -> MessageChain.fromJson(json))
            .withMessageContaining(why);
    }

    static List<Arguments> whenJsonIsNoChainThenThePlaceIsTold() {
        return List.of(arguments("", "chain is not an array"), arguments("[", "not JSON"),
                arguments("{}", "chain is not an array"), arguments("null", "chain is not an array"),
                arguments("[1]", "chain[0] is not an object"), arguments("[{}]", "chain[0].type is missing"),
                arguments("[{\"type\":\"Plain\",\"text\":\"a\"},{\"type\":\"Plain\"}]", "chain[1].text is missing"),
                arguments("[{\"type\":\"Source\",\"id\":1,\"time\":9223372036854775807}]",
                        "chain[0].time is not a time"),
                arguments("[{\"type\":\"Forward\",\"nodeList\":[{\"senderId\":1,\"senderName\":\"a\","
                        + "\"messageChain\":[{\"type\":\"At\",\"target\":\"x\"}]}]}]",
                        "chain[0].nodeList[0].messageChain[0].target is not a whole number"),
                arguments("[{\"type\":\"Forward\",\"nodeList\":[],\"display\":{\"preview\":[1]}}]",
                        "chain[0].display.preview is not text"));
    }

}
