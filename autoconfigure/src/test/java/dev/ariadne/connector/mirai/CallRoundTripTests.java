package dev.ariadne.connector.mirai;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.ariadne.AccountMutedException;
import dev.ariadne.AccountUnknownException;
import dev.ariadne.CallFailedException;
import dev.ariadne.CallRejectedException;
import dev.ariadne.InvalidCallException;
import dev.ariadne.KeyRejectedException;
import dev.ariadne.MessageTooLongException;
import dev.ariadne.PermissionDeniedException;
import dev.ariadne.ServerFailedException;
import dev.ariadne.SessionGoneException;
import dev.ariadne.TargetNotFoundException;
import dev.ariadne.UnsupportedCallException;
import dev.ariadne.call.Call;
import dev.ariadne.json.Json;
import dev.ariadne.json.JsonFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Every command that was recorded with a real server, and its answer, become what they were by way of a typed call and
 * its typed answer. A new line in a transcript is a new case.
 */
class CallRoundTripTests {

    /** Commands that are no calls of an account; each for a reason. */
    private static final Map<String, String> NOT_TYPED = Map.ofEntries(
            Map.entry("countMessage", "reads the queue of an HTTP session, as the link itself does"),
            Map.entry("fetchMessage", "reads the queue of an HTTP session, as the link itself does"),
            Map.entry("fetchLatestMessage", "reads the queue of an HTTP session, as the link itself does"),
            Map.entry("peekMessage", "reads the queue of an HTTP session, as the link itself does"),
            Map.entry("peakMessage", "reads the queue of an HTTP session, as the link itself does"),
            Map.entry("peekLatestMessage", "reads the queue of an HTTP session, as the link itself does"),
            Map.entry("verify", "makes the session, as the link itself does"),
            Map.entry("bind", "makes the session, as the link itself does"),
            Map.entry("release", "ends the session, as the link itself does"),
            Map.entry("nope", "no command of the server"), Map.entry("", "no command of the server"),
            Map.entry("FriendList", "no command of the server"),
            Map.entry("file/list", "no command of the server: the form for HTTP, on a WebSocket"));

    /** Lines that succeeded though they make no sense. */
    private static final Map<String, String> SENSELESS = Map.of("sendNudge.unknown-kind",
            "an unknown kind does nothing and answers success; no call can say it");

    /** Commands that answer without an envelope (protocol notes 2). */
    private static final Set<String> BARE = Set.of("botProfile", "friendProfile", "memberProfile", "userProfile",
            "groupConfig/get", "memberInfo/get", "uploadImage", "uploadVoice", "uploadShortVideo");

    private static final Map<Integer, Class<? extends CallRejectedException>> REJECTIONS = Map.of(1,
            KeyRejectedException.class, 2, AccountUnknownException.class, 3, SessionGoneException.class, 4,
            SessionGoneException.class, 5, TargetNotFoundException.class, 6, UnsupportedCallException.class, 10,
            PermissionDeniedException.class, 20, AccountMutedException.class, 30, MessageTooLongException.class, 400,
            InvalidCallException.class);

    /** Lines where the words tell more than the code. */
    private static final Map<String, Class<? extends CallRejectedException>> REJECTED_BY_WORDS = Map
        .of("cmd_execute.unknown", ServerFailedException.class);

    static List<RecordedCall> good() {
        return RecordedCall.all().stream().filter(RecordedCall::succeeded)
            .filter((call) -> !NOT_TYPED.containsKey(call.command()) && !SENSELESS.containsKey(call.name())).toList();
    }

    static List<RecordedCall> refused() {
        return RecordedCall.all().stream().filter((call) -> !call.succeeded()).toList();
    }

    @ParameterizedTest
    @MethodSource("good")
    void whenACommandIsReadAsACallThenTheCallBecomesTheCommand(RecordedCall recorded) {
        Command<?> command = Commands.of(CallReading.read(recorded));
        assertThat(command.name()).isEqualTo(recorded.command());
        assertThat(command.subCommand()).isEqualTo(recorded.subCommand());
        if (recorded.method() != null) {
            assertThat(command.method()).isEqualTo(recorded.method());
            List<String> files = command.files().stream().map(FilePart::name).toList();
            assertThat(files).containsExactlyElementsOf(recorded.files().keySet());
        }
        assertThat(CallContents.normalized(recorded.command(), command.content()))
            .isEqualTo(CallContents.normalized(recorded.command(), recorded.content()));
    }

    @ParameterizedTest
    @MethodSource("good")
    void whenAnAnswerIsReadThenItBecomesTheAnswer(RecordedCall recorded) {
        Call<?> call = CallReading.read(recorded);
        Object result = Commands.of(call).read("alice", new JsonFields(recorded.answer(), "answer"));
        boolean bare = BARE.contains(recorded.command()) || BARE.contains(recorded.command() + "/"
                + recorded.subCommand());
        JsonNode written = AnswerWriting.write(result, bare);
        assertThat(Json.parse(Json.write(written))).isEqualTo(recorded.answer());
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whenTheServerRefusesThenTheExceptionIsThatOfTheCode(RecordedCall recorded) {
        Command<?> command = Command.post(recorded.command(), Json.object(), (answer) -> answer);
        CallFailedException failure = catchThrowableOfType(CallFailedException.class,
                () -> command.read("alice", new JsonFields(recorded.answer(), "answer")));
        int code = recorded.answer().get("code").intValue();
        assertThat(failure).isInstanceOf(REJECTED_BY_WORDS.getOrDefault(recorded.name(),
                REJECTIONS.getOrDefault(code, CallRejectedException.class)))
            .hasMessageContaining("alice").hasMessageContaining(recorded.command())
            .hasMessageContaining(recorded.answer().get("msg").stringValue());
        assertThat(failure.getClass()).isNotEqualTo(CallRejectedException.class);
    }

    @Test
    void whenATranscriptHasACommandThenItIsTypedOrListed() {
        assertThat(RecordedCall.all()).allSatisfy((call) -> assertThat(CallReading.knows(call)
                || NOT_TYPED.containsKey(call.command())).as(call + ": the command " + call.command()
                        + " is neither typed nor listed with a reason").isTrue());
    }

    @Test
    void whenSomethingIsListedThenATranscriptHasIt() {
        Set<String> names = new HashSet<>();
        Set<String> commands = new HashSet<>();
        for (String file : List.of(RecordedCall.HTTP, RecordedCall.WEB_SOCKET)) {
            Transcripts.lines(file).forEach((line) -> names.add(line.get("name").stringValue()));
        }
        RecordedCall.all().forEach((call) -> commands.add(call.command()));
        assertThat(names).containsAll(RecordedCall.namesOfNoCalls()).containsAll(SENSELESS.keySet())
            .containsAll(REJECTED_BY_WORDS.keySet());
        assertThat(commands).containsAll(NOT_TYPED.keySet());
    }

    @Test
    void whenTheTranscriptsAreReadThenTheyHaveManyCalls() {
        List<RecordedCall> all = new ArrayList<>(good());
        assertThat(all).hasSizeGreaterThan(110);
        assertThat(refused()).hasSizeGreaterThan(80);
    }

}
