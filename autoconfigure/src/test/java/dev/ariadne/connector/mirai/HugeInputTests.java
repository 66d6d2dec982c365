package dev.ariadne.connector.mirai;

import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.ariadne.Ariadne;
import dev.ariadne.TestAriadne;
import dev.ariadne.event.UnknownEvent;
import dev.ariadne.event.message.FriendMessage;
import dev.ariadne.json.Json;
import dev.ariadne.json.JsonFields;
import dev.ariadne.json.MalformedJsonException;
import dev.ariadne.message.Forward;
import dev.ariadne.message.MessageChain;
import dev.ariadne.message.Plain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * What is too large for a fuzz test to come upon.
 */
@Timeout(60)
class HugeInputTests {

    private static final Ariadne ALICE = new TestAriadne("alice", 10001);

    private static void assertMalformed(String data, String why) {
        assertThatExceptionOfType(MalformedJsonException.class)
            .isThrownBy(() -> ServerFrame.parse(FuzzSeeds.frame("-1", data))).withMessageContaining(why);
    }

    private static String object(int size, IntFunction<String> name) {
        return IntStream.range(0, size).mapToObj((i) -> "\"" + name.apply(i) + "\":1")
            .collect(Collectors.joining(",", "{\"type\":\"X\",", "}"));
    }

    private static String quotes(int depth) {
        return "{\"type\":\"Quote\",\"id\":1,\"origin\":[".repeat(depth) + "]}".repeat(depth);
    }

    /** Returns a message that can be built, but not written. */
    static MessageChain tooDeep() {
        MessageChain chain = MessageChain.of("deep");
        for (int i = 0; i < 200; i++) {
            chain = MessageChain.of(new Forward(new Forward.Content(1, "a", null, chain)));
        }
        return chain;
    }

    @Test
    void whenItIsNestedTooDeepThenItIsMalformed() {
        assertMalformed("[".repeat(100_000), "nesting depth");
        assertMalformed("{\"a\":".repeat(100_000), "nesting depth");
        assertMalformed(FuzzSeeds.friendMessage(quotes(1000)), "nesting depth");
    }

    @Test
    void whenQuotesAreNestedAsDeepAsJsonMayBeThenTheyAreReadAndWritten() {
        MessageChain chain = MessageChain.fromJson("[" + quotes(248) + "]");
        assertThat(MessageChain.fromJson(chain.toJson())).isEqualTo(chain).hasSameHashCodeAs(chain);
        JsonFields event = ServerFrame.parse(FuzzSeeds.frame("-1", FuzzSeeds.friendMessage(quotes(247)))).data();
        assertThat(MiraiEvents.write(MiraiEvents.read(ALICE, event))).isNotEmpty();
    }

    @Test
    void whenSomethingIsWrittenThatIsNestedTooDeepThenItIsRefused() {
        MessageChain chain = tooDeep();
        assertThatIllegalArgumentException().isThrownBy(chain::toJson).withMessageContaining("nesting depth");
    }

    @Test
    void whenANumberIsTooLongThenItIsMalformed() {
        assertMalformed("{\"n\":" + "1".repeat(1_000_000) + "}", "length");
        assertMalformed("{\"n\":1." + "1".repeat(1_000_000) + "}", "length");
        assertMalformed("{\"n\":1e99999999999}", "exponent");
    }

    @Test
    void whenAnObjectHasAMillionFieldsThenItIsRead() {
        JsonFields data = ServerFrame.parse(FuzzSeeds.frame("-1", object(1_000_000, (i) -> "k" + i))).data();
        assertThat(MiraiEvents.read(ALICE, data)).isInstanceOf(UnknownEvent.class);
        assertThat(data.json().size()).isEqualTo(1_000_001);
    }

    /** Jackson's own table of names would end one such frame by an exception, and those that follow by another. */
    @Test
    void whenNamesCollideThenNeitherTheyNorThoseAfterThemKeepAnythingFromBeingRead() {
        for (List<String> pair : List.of(List.of("Ab", "BA"), List.of("Aa", "BB"))) {
            IntFunction<String> colliding = (i) -> IntStream.range(0, 13)
                .mapToObj((bit) -> pair.get((i >> bit) & 1)).collect(Collectors.joining());
            for (int i = 0; i < 3; i++) {
                assertThat(ServerFrame.parse(FuzzSeeds.frame("-1", object(8192, colliding))).isEvent()).isTrue();
            }
            assertThat(ServerFrame.parse(FuzzSeeds.frame("-1", object(1000, (i) -> "name" + i))).isEvent()).isTrue();
        }
    }

    @Test
    void whenAFieldComesTwiceThenTheLastOneCounts() {
        JsonFields data = ServerFrame.parse(FuzzSeeds.frame("-1", "{\"type\":\"X\",\"type\":\"Y\"}")).data();
        assertThat(MiraiEvents.read(ALICE, data)).isInstanceOfSatisfying(UnknownEvent.class,
                (event) -> assertThat(event.name()).isEqualTo("Y"));
    }

    @Test
    void whenAMessageHasManyPartsThenItsTextIsFoundInATimeThatGrowsNoFasterThanItself() {
        String parts = "{\"type\":\"Plain\",\"text\":\"abc\"},".repeat(200_000) + "{\"type\":\"AtAll\"}";
        JsonFields data = ServerFrame.parse(FuzzSeeds.frame("-1", FuzzSeeds.friendMessage(parts))).data();
        MessageChain chain = ((FriendMessage) MiraiEvents.read(ALICE, data)).message().only(Plain.class);
        assertThat(chain.size()).isEqualTo(200_000);
        assertThat(chain.endsWith("bcabc")).isTrue();
        assertThat(chain.startsWith("abcabcab")).isTrue();
        assertThat(chain.contains("x")).isFalse();
        assertThat(MessageChain.ofMiraiCode(chain.toMiraiCode()).size()).isOne();
    }

    @Test
    void whenAMessageIsAsLongAsItMayBeThenItIsReadAndOneCharacterMoreIsSkipped() {
        int length = MessageSocket.MAX_LENGTH;
        String start = "{\"syncId\":\"-1\",\"data\":{\"type\":\"X\",\"t\":\"";
        String longest = start + "x".repeat(length - start.length() - 3) + "\"}}";
        MessageAssembler assembler = new MessageAssembler(length);
        Inbound whole = assembler.text(longest, true);
        assertThat(whole).isNotNull();
        assertThat(whole.readable()).isTrue();
        assertThat(whole.text()).hasSize(length);
        assertThatNoException().isThrownBy(() -> ServerFrame.parse(whole.text()));
        Inbound skipped = assembler.text(longest + " ", true);
        assertThat(skipped).isEqualTo(Inbound.skipped("a message of more than 33554432 characters"));
        assertThat(assembler.text("next", true)).isEqualTo(Inbound.message("next"));
    }

    @Test
    void whenATimeIsTooLargeThenItIsMalformed() {
        for (String time : List.of("9223372036854775807", "-9223372036854775808", "9223372036854775808", "1e3")) {
            JsonFields data = new JsonFields(Json.parse("{\"type\":\"FriendRecallEvent\",\"authorId\":1,\"messageId\":2,"
                    + "\"time\":" + time + ",\"operator\":3}"), "event");
            assertThatExceptionOfType(MalformedJsonException.class).isThrownBy(() -> MiraiEvents.read(ALICE, data))
                .withMessageContaining("time is not a");
        }
        assertThat(new EventReader(ALICE, new JsonFields(Json.parse("{\"n\":-9223372036854775808}"), "event"))
            .seconds("n")).isEqualTo(Duration.ofSeconds(Long.MIN_VALUE));
    }

}
