package dev.ariadne.connector.mirai;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.ariadne.Ariadne;
import dev.ariadne.CallFailedException;
import dev.ariadne.TestAriadne;
import dev.ariadne.event.ReceivedEvent;
import dev.ariadne.json.Json;
import dev.ariadne.json.JsonFields;
import dev.ariadne.json.MalformedJsonException;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever a server sends is understood, or refused as what it is.
 */
class DecoderFuzzTests {

    private static final Ariadne ALICE = new TestAriadne("alice", 10001);

    private static final List<Command<?>> COMMANDS = commands();

    private static List<Command<?>> commands() {
        List<Command<?>> commands = new ArrayList<>();
        CallRoundTripTests.good().forEach((recorded) -> commands.add(Commands.of(CallReading.read(recorded))));
        return commands;
    }

    static Stream<byte[]> frames() {
        return FuzzSeeds.frames();
    }

    /** Returns answers, each after a byte that says which command they belong to. */
    static Stream<byte[]> answers() {
        List<RecordedCall> calls = CallRoundTripTests.good();
        return Stream.concat(FuzzSeeds.answers().stream().map((answer) -> "a" + answer),
                calls.stream().map((call) -> (char) calls.indexOf(call) + Json.write(call.answer())))
            .map(FuzzSeeds::bytes);
    }

    @MethodSource("frames")
    @FuzzTest
    void whenAnyTextComesAsAFrameThenItIsReadOrMalformed(byte[] input) {
        try {
            ServerFrame frame = ServerFrame.parse(FuzzSeeds.text(input));
            if (frame.isEvent()) {
                ReceivedEvent event = MiraiEvents.read(ALICE, frame.data());
                assertRoundTrip(event);
            }
        }
        catch (MalformedJsonException ex) {
            OneLine.assertOneLine(ex.getMessage());
        }
    }

    private static void assertRoundTrip(ReceivedEvent event) {
        String written = Json.write(MiraiEvents.write(event));
        ReceivedEvent again = MiraiEvents.read(ALICE, new JsonFields(Json.parse(written), "event"));
        assertThat(again).isExactlyInstanceOf(event.getClass());
        // As text: 1e0 is written as 1, which is the same number but another kind of node.
        assertThat(Json.write(MiraiEvents.write(again))).isEqualTo(written);
        assertThat(again.conversation()).isEqualTo(event.conversation());
    }

    @MethodSource("answers")
    @FuzzTest
    void whenAnyTextComesAsAnAnswerThenItIsReadOrTheCallFails(byte[] input) {
        String text = FuzzSeeds.text(input);
        if (text.isEmpty()) {
            return;
        }
        try {
            Object result = COMMANDS.get(text.charAt(0) % COMMANDS.size()).read("alice",
                    new JsonFields(Json.parse(text.substring(1)), "answer"));
            assertThat(result.toString()).isNotNull();
        }
        catch (MalformedJsonException | CallFailedException ex) {
            assertThat(ex.getMessage()).isNotEmpty();
        }
    }

}
