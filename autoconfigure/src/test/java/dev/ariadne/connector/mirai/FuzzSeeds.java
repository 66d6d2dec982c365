package dev.ariadne.connector.mirai;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.ariadne.json.Json;

/**
 * What fuzz tests begin with: everything that a real server has sent, and what a hostile one might.
 */
final class FuzzSeeds {

    private static final String SOURCE = "{\"type\":\"Source\",\"id\":1,\"time\":1}";

    private static final List<String> ODD_EVENTS = List.of("", " ", "null", "[]", "{}", "\"", "{\"type\":", "{\"type\":7}",
            "{\"type\":\"X\",\"n\":1e99999999999}", "{\"type\":\"X\",\"n\":1e999,\"m\":1.10,\"o\":123456789012345678901234567890,\"p\":-0.0}",
            "{\"type\":\"X\",\"type\":\"Y\",\"group\":{\"id\":9223372036854775808},\"operator\":1}",
            "{\"type\":\"\\ud800\",\"text\":\"\\udc00\\u0000\\u2028\"}", "\ufeff{\"type\":\"X\"}", "{\"type\":\"X\"} {}",
            "{\"type\":\"FriendRecallEvent\",\"authorId\":1,\"messageId\":2,\"time\":9223372036854775807,\"operator\":3}",
            "{\"type\":\"FriendRecallEvent\",\"authorId\":1,\"messageId\":2,\"time\":-31557014167219200,\"operator\":3}",
            "{\"type\":\"BotMuteEvent\",\"durationSeconds\":-9223372036854775808,\"operator\":null}",
            "{\"type\":\"BotOfflineEventForce\",\"qq\":10001,\"title\":\"a\\nb\",\"message\":\"\\u0085\\u2028c\"}",
            friendMessage("{\"type\":\"Dice\",\"value\":7},{\"type\":\"Face\"},{\"type\":\"Poke\",\"name\":\"\"}"),
            friendMessage("{\"type\":\"Quote\",\"id\":1,\"origin\":[{\"type\":\"Quote\",\"id\":2,\"origin\":[]}]}"),
            friendMessage("{\"type\":\"Forward\",\"nodeList\":[{\"senderId\":1,\"senderName\":\"\",\"messageChain\":[]},"
                    + "{\"messageId\":2},{\"messageRef\":{\"messageId\":3,\"target\":4}}]}"),
            friendMessage("{\"type\":\"Image\",\"width\":2147483648}"),
            friendMessage("{\"type\":\"Source\",\"id\":2,\"time\":null},{\"type\":\"NoSuchElement\",\"x\":[1.5,{}]}"));

    private FuzzSeeds() {
    }

    static String friendMessage(String elements) {
        return "{\"type\":\"FriendMessage\",\"messageChain\":[" + SOURCE + "," + elements
                + "],\"sender\":{\"id\":20001,\"nickname\":\"A\",\"remark\":\"\"}}";
    }

    static String frame(String syncId, String data) {
        return "{\"syncId\":\"" + syncId + "\",\"data\":" + data + "}";
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(byte[] input) {
        return new String(input, StandardCharsets.UTF_8);
    }

    /** Returns events as they come without a frame. */
    static List<String> events() {
        List<String> events = new ArrayList<>(ODD_EVENTS);
        Transcripts.allEvents().forEach((recorded) -> events.add(Json.write(recorded.json())));
        return events;
    }

    /** Returns the answers to all commands that were recorded. */
    static List<String> answers() {
        List<String> answers = new ArrayList<>(List.of("{}", "[]", "{\"code\":\"0\"}", "{\"code\":1e2}",
                "{\"code\":3,\"msg\":\"gone\"}", "{\"code\":4}", "{\"code\":4294967299}", "{\"code\":1e999999999}", "{\"code\":-1E-999999999}",
                "{\"code\":500,\"msg\":\"a\\r\\nb\\u0000\"}", "{\"code\":0,\"msg\":null,\"data\":null}"));
        RecordedCall.all().forEach((call) -> answers.add(Json.write(call.answer())));
        return answers;
    }

    /** Returns the frames of all kinds: events, answers and those that tell how the server likes the connection. */
    static Stream<byte[]> frames() {
        List<String> frames = new ArrayList<>();
        events().forEach((event) -> frames.add(frame("-1", event)));
        answers().forEach((answer) -> frames.add(frame("1", answer)));
        frames.addAll(List.of("{\"code\":400,\"msg\":\"\"}", "{\"code\":3}", frame("", "{\"code\":0,\"session\":\"s\"}"),
                frame("9223372036854775808", "{}"), "{\"syncId\":-1,\"data\":{}}", "{\"syncId\":null,\"data\":{}}"));
        return frames.stream().map(FuzzSeeds::bytes);
    }

    /** Returns some of all frames, one after the other: a conversation. */
    static String conversation() {
        List<byte[]> frames = frames().toList();
        return IntStream.range(0, frames.size()).filter((i) -> i % 16 == 0).mapToObj((i) -> text(frames.get(i)))
            .collect(Collectors.joining("\n"));
    }

}
