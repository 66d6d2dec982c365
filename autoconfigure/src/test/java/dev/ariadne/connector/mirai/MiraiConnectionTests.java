package dev.ariadne.connector.mirai;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import dev.ariadne.CallEffect;
import dev.ariadne.CallFailedException;
import dev.ariadne.CallRejectedException;
import dev.ariadne.ConnectionLostException;
import dev.ariadne.InvalidCallException;
import dev.ariadne.SessionGoneException;
import dev.ariadne.call.Done;
import dev.ariadne.call.MessageCall;
import dev.ariadne.connector.Connection;
import dev.ariadne.event.UnknownEvent;
import dev.ariadne.event.bot.BotOfflineEventDropped;
import dev.ariadne.event.bot.BotOnlineEvent;
import dev.ariadne.event.bot.BotReloginEvent;
import dev.ariadne.event.message.FriendMessage;
import dev.ariadne.json.Json;
import dev.ariadne.message.MessageChain;
import dev.ariadne.message.MessageReceipt;
import dev.ariadne.message.Plain;
import dev.ariadne.message.Quote;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * The established link: calls and their answers, events, and its end.
 */
class MiraiConnectionTests {

    private static final String SENT = "{\"code\":0,\"msg\":\"success\",\"messageId\":6}";

    private final MiraiClient client = new MiraiClient();

    private final WireServer server;

    private final Connection connection;

    private final WireServer.Link link;

    MiraiConnectionTests() throws Exception {
        this.server = new WireServer();
        this.connection = this.client.connected(this.server.url());
        this.link = this.server.link();
    }

    @AfterEach
    void close() {
        this.client.close();
        this.server.close();
    }

    private CompletableFuture<MessageReceipt> hi() {
        return this.connection.call(new MessageCall.SendFriendMessage(20001, MessageChain.of("hi")));
    }

    private static <T> T result(CompletableFuture<T> call) throws Exception {
        return call.get(10, TimeUnit.SECONDS);
    }

    private static Throwable failure(CompletableFuture<?> call) {
        return Objects.requireNonNull(
                catchThrowableOfType(ExecutionException.class, () -> call.get(10, TimeUnit.SECONDS)).getCause());
    }

    private RecordingListener.Other nextOther() throws InterruptedException {
        return this.client.listener.next(RecordingListener.Other.class);
    }

    private String nextText() throws InterruptedException {
        return this.client.listener.next(FriendMessage.class).message().text();
    }

    @Test
    void whenAFriendIsWrittenToThenTheCommandIsAsTheServerWantsIt() throws Exception {
        CompletableFuture<MessageReceipt> call = hi();
        assertCommand("sendFriendMessage", "{\"messageChain\":[{\"type\":\"Plain\",\"text\":\"hi\"}],\"target\":20001}",
                SENT);
        assertThat(result(call)).isEqualTo(new MessageReceipt(20001, 6));
    }

    @Test
    void whenAMessageIsShortThenTheThreadThatReadsHandlesItAndALongOneDoesNotHoldThatUp() throws Exception {
        // What is left of the attempt to connect may be before the first one.
        Awaitility.await().until(() -> {
            this.link.send(WireServer.friendMessage("short"));
            return nextText().equals("short") && this.client.listener.thread().contains("SelectorManager");
        });
        this.link.send(WireServer.friendMessage("x".repeat(MessageSocket.SHORT)));
        assertThat(nextText()).hasSize(MessageSocket.SHORT);
        assertThat(this.client.listener.thread()).startsWith("ariadne-mirai-");
        this.link.send(WireServer.friendMessage("short again"));
        assertThat(nextText()).isEqualTo("short again");
    }

    @Test
    void whenAGroupMessageIsQuotedThenTheQuoteIsAParameterOfTheCommand() throws Exception {
        CompletableFuture<MessageReceipt> call = this.connection
                .call(new MessageCall.SendGroupMessage(40001, MessageChain.of(new Quote(5), new Plain("hi"))));
        assertCommand("sendGroupMessage",
                "{\"messageChain\":[{\"type\":\"Plain\",\"text\":\"hi\"}],\"quote\":5,\"target\":40001}", SENT);
        assertThat(result(call)).isEqualTo(new MessageReceipt(40001, 6));
    }

    @Test
    void whenAMemberIsWrittenToThenTheCommandHasBothIds() throws Exception {
        CompletableFuture<MessageReceipt> call = this.connection
                .call(new MessageCall.SendTempMessage(40001, 30003, MessageChain.of("hi")));
        assertCommand("sendTempMessage",
                "{\"messageChain\":[{\"type\":\"Plain\",\"text\":\"hi\"}],\"qq\":30003,\"group\":40001}", SENT);
        assertThat(result(call)).isEqualTo(new MessageReceipt(30003, 6));
    }

    @Test
    void whenAMessageIsRecalledThenTheAnswerNeedsNoId() throws Exception {
        CompletableFuture<Done> call = this.connection.call(new MessageCall.Recall(40001, 2));
        assertCommand("recall", "{\"target\":40001,\"messageId\":2}", "{\"code\":0,\"msg\":\"success\"}");
        assertThat(result(call)).isEqualTo(Done.DONE);
    }

    private void assertCommand(String name, String content, String answer) throws Exception {
        JsonNode command = this.link.command();
        assertThat(command.get("command").stringValue()).isEqualTo(name);
        assertThat(command.get("content")).isEqualTo(Json.parse(content));
        assertThat(command.get("syncId").stringValue()).isNotIn("", "-1");
        this.link.answer(command, answer);
    }

    @ParameterizedTest
    @CsvSource({ "1,KeyRejectedException", "2,AccountUnknownException", "5,TargetNotFoundException",
        "6,UnsupportedCallException", "10,PermissionDeniedException", "20,AccountMutedException",
        "30,MessageTooLongException", "400,InvalidCallException", "500,ServerFailedException",
        "999,CallRejectedException" })
    void whenTheServerRefusesThenTheExceptionTellsItsCodeAndMessage(int code, String type) throws Exception {
        CompletableFuture<MessageReceipt> call = hi();
        this.link.answer(this.link.command(), "{\"code\":" + code + ",\"msg\":\"消息过长\"}");
        CallRejectedException failure = (CallRejectedException) failure(call);
        assertThat(failure.getClass().getSimpleName()).isEqualTo(type);
        assertThat(failure.getCode()).isEqualTo(code);
        assertThat(failure.getReason()).isEqualTo("消息过长");
        assertThat(failure.getAccount()).isEqualTo("alice");
        assertThat(failure.getCommand()).isEqualTo("sendFriendMessage");
    }

    @ParameterizedTest
    @ValueSource(ints = { 3, 4 })
    void whenTheAnswerIsThatTheSessionIsGoneThenTheLinkIsLost(int code) throws Exception {
        CompletableFuture<MessageReceipt> first = hi();
        CompletableFuture<MessageReceipt> second = hi();
        this.link.answer(this.link.command(), "{\"code\":" + code + ",\"msg\":\"Session失效或不存在\"}");
        assertThat(failure(first)).isInstanceOf(SessionGoneException.class).hasMessageContaining("code " + code);
        assertThat(failure(second)).isInstanceOfSatisfying(ConnectionLostException.class,
                (failure) -> assertThat(failure.getEffect()).isEqualTo(CallEffect.UNKNOWN));
        assertThat(failure(hi())).isInstanceOfSatisfying(ConnectionLostException.class,
                (failure) -> assertThat(failure.getEffect()).isEqualTo(CallEffect.NONE));
        assertThat(nextOther().detail()).contains("session is gone", "Session失效或不存在");
        assertThat(this.link.end()).isEqualTo("broken");
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"code\":0,\"msg\":\"success\"}", "{\"code\":0,\"messageId\":\"6\"}", "{}",
        "{\"code\":\"0\",\"messageId\":6}" })
    void whenTheAnswerIsNoneThenTheCallFailsAndTheLinkLives(String answer) throws Exception {
        CompletableFuture<MessageReceipt> call = hi();
        this.link.answer(this.link.command(), answer);
        assertThat(failure(call)).isInstanceOf(UnexpectedAnswerException.class)
                .isInstanceOf(CallFailedException.class).hasMessageContaining("alice");
        assertThatTheLinkLives();
    }

    private void assertThatTheLinkLives() throws Exception {
        CompletableFuture<MessageReceipt> call = hi();
        this.link.answer(this.link.command(), SENT);
        assertThat(result(call).messageId()).isEqualTo(6);
    }

    @Test
    void whenManyThreadsCallAndAnswersComeInAnyOrderThenEachCallGetsItsOwn() throws Exception {
        List<CompletableFuture<MessageReceipt>> calls = IntStream.range(0, 200).parallel()
                .mapToObj((i) -> this.connection.call(new MessageCall.SendFriendMessage(i, MessageChain.of("hi")))).toList();
        List<JsonNode> commands = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            commands.add(this.link.command());
        }
        Collections.shuffle(commands);
        for (JsonNode command : commands) {
            long target = command.get("content").get("target").longValue();
            this.link.answer(command, "{\"code\":0,\"msg\":\"success\",\"messageId\":" + (1000 + target) + "}");
        }
        for (int i = 0; i < calls.size(); i++) {
            assertThat(result(calls.get(i))).isEqualTo(new MessageReceipt(i, 1000 + i));
        }
    }

    @Test
    void whenTheAnswerOfACancelledCallComesThenItIsIgnored() throws Exception {
        CompletableFuture<MessageReceipt> call = hi();
        JsonNode command = this.link.command();
        call.cancel(false);
        this.link.answer(command, SENT);
        this.link.answer(command, SENT);
        assertThatTheLinkLives();
        assertThat(this.client.listener.isQuiet()).isTrue();
    }

    @Test
    void whenAnAnswerHasNoEnvelopeThenItIsThatOfTheOldestCommand() throws Exception {
        CompletableFuture<MessageReceipt> cancelled = hi();
        CompletableFuture<MessageReceipt> oldest = hi();
        CompletableFuture<MessageReceipt> youngest = hi();
        for (int i = 0; i < 2; i++) {
            this.link.command();
        }
        cancelled.cancel(false);
        this.link.send("{\"code\":400,\"msg\":\"无效参数\"}");
        this.link.send("{\"code\":400,\"msg\":\"无效参数\"}");
        this.link.answer(this.link.command(), SENT);
        assertThat(failure(oldest)).isInstanceOf(InvalidCallException.class);
        assertThat(result(youngest).messageId()).isEqualTo(6);
        this.link.send("{\"code\":400,\"msg\":\"无效参数\"}");
        assertThat(nextOther().what()).isEqualTo("rejected");
    }

    @Test
    void whenAMessageIsNestedTooDeepThenOnlyThatCallFailsAndItIsForgotten() throws Exception {
        assertThat(failure(this.connection.call(new MessageCall.SendFriendMessage(20001, HugeInputTests.tooDeep()))))
            .isInstanceOf(InvalidCallException.class).hasMessageContaining("nesting depth");
        CompletableFuture<MessageReceipt> next = this.connection
            .call(new MessageCall.SendFriendMessage(20001, MessageChain.of("flat")));
        this.link.answer(this.link.command(), SENT);
        assertThat(result(next)).isNotNull();
    }

    @Test
    void whenTextIsHalfASurrogatePairThenOnlyThatCallFails() throws Exception {
        CompletableFuture<MessageReceipt> call = this.connection
                .call(new MessageCall.SendFriendMessage(20001, MessageChain.of("half \ud83d of a pair")));
        assertThat(failure(call)).isInstanceOf(InvalidCallException.class);
        CompletableFuture<MessageReceipt> whole = this.connection
                .call(new MessageCall.SendFriendMessage(20001, MessageChain.of("\ud83d\ude00 你好")));
        JsonNode command = this.link.command();
        assertThat(command.at("/content/messageChain/0/text").stringValue()).isEqualTo("\ud83d\ude00 你好");
        this.link.answer(command, SENT);
        assertThat(result(whole)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "garbage", "[1]", "{}", "{\"syncId\":\"-1\"}", "{\"syncId\":\"-1\",\"data\":[]}",
        "{\"syncId\":null,\"data\":{}}", "{\"syncId\":7,\"data\":{}}", "{\"syncId\":\"-1\",\"data\":{}}",
        "{\"syncId\":\"-1\",\"data\":{\"type\":5}}", "{\"syncId\":\"-1\",\"data\":{\"type\":\"FriendMessage\"}}",
        "{\"syncId\":\"nobody's\",\"data\":{\"code\":0}}", "{\"syncId\":\"99\",\"data\":{\"code\":0}}",
        "{\"syncId\":\"\",\"data\":{\"code\":0}}", "{\"syncId\":\"-1\",\"data\":{}} trailing" })
    void whenAFrameIsMalformedThenItIsReportedAndTheLinkLives(String frame) throws Exception {
        this.link.send(frame);
        this.link.send(WireServer.friendMessage("after"));
        RecordingListener.Other told = nextOther();
        assertThat(told.what()).isEqualTo("rejected");
        assertThat(told.detail()).isNotEmpty().hasLineCount(1);
        assertThat(nextText()).isEqualTo("after");
        assertThatTheLinkLives();
    }

    @Test
    void whenAFrameIsBinaryThenItCountsAsTextIfItIs() throws Exception {
        this.link.sendBinary(WireServer.friendMessage("你好").getBytes(StandardCharsets.UTF_8));
        assertThat(nextText()).isEqualTo("你好");
        this.link.sendBinary(new byte[] { (byte) 0xff, (byte) 0xfe });
        assertThat(nextOther().detail()).contains("UTF-8");
        assertThatTheLinkLives();
    }

    @Test
    void whenAFrameIsLargeThenItArrivesWhole() throws Exception {
        String text = "x".repeat(4 * 1024 * 1024);
        this.link.send(WireServer.friendMessage(text));
        assertThat(nextText()).isEqualTo(text);
    }

    @Test
    void whenAFrameIsLargerThanTheLimitThenItIsSkippedAndTheLinkLives() throws Exception {
        // The test server queues 16 MiB at most, so the message comes in parts from a bare one.
        try (RawServer raw = new RawServer()) {
            CompletableFuture<Connection> attempt = this.client.connect(raw.url());
            try (RawServer.Link large = raw.link()) {
                large.upgrade();
                large.text(WireServer.SESSION);
                result(attempt);
                byte[] part = new byte[1024 * 1024];
                large.frame(RawServer.Link.TEXT, false, part);
                for (int i = 0; i < 32; i++) {
                    large.frame(RawServer.Link.CONTINUATION, false, part);
                }
                large.frame(RawServer.Link.CONTINUATION, true, part);
                large.text(WireServer.friendMessage("after"));
                assertThat(nextOther().detail()).contains("more than 33554432 characters");
                assertThat(nextText()).isEqualTo("after");
            }
        }
    }

    @Test
    void whenTheBotGoesOfflineAndComesBackThenTheStateIsToldAfterTheEvent() throws Exception {
        JsonNode recorded = Transcripts.lines("12-bot-lifecycle.jsonl").stream()
                .filter((line) -> line.get("name").stringValue().equals("dropped-and-relogin")).findFirst().orElseThrow();
        recorded.get("frames").forEach((frame) -> this.link.send(frame.get("text").stringValue()));
        assertThat(this.client.listener.next()).isEqualTo(new BotOfflineEventDropped(this.client.ariadne));
        assertThat(nextOther().what()).isEqualTo("loggedOut");
        assertThat(nextText()).isEqualTo("while offline");
        assertThat(this.client.listener.next()).isEqualTo(new BotOnlineEvent(this.client.ariadne));
        assertThat(nextOther().what()).isEqualTo("loggedIn");
        assertThat(this.client.listener.next()).isEqualTo(new BotReloginEvent(this.client.ariadne));
        assertThat(nextOther().what()).isEqualTo("loggedIn");
    }

    // Repeated since the JDK does not always tell of an end that follows close on a message.
    @RepeatedTest(50)
    void whenTheLinkDropsThenCallsFailSoonAndTheListenerIsToldLast() throws Exception {
        try (RawServer raw = new RawServer()) {
            CompletableFuture<Connection> attempt = this.client.connect(raw.url());
            RawServer.Link dropping = raw.link();
            dropping.upgrade();
            dropping.text(WireServer.SESSION);
            Connection dropped = result(attempt);
            CompletableFuture<MessageReceipt> first = sendTo(1, dropped);
            CompletableFuture<MessageReceipt> second = sendTo(2, dropped);
            assertThat(dropping.read()).contains("\"target\":1");
            assertThat(dropping.read()).contains("\"target\":2");
            dropping.text(WireServer.event("{\"type\":\"New\"}"));
            dropping.close();
            Awaitility.await().until(() -> {
                this.client.scheduler.advance(EndProbe.INTERVAL);
                return first.isDone();
            });
            assertThat(failure(first)).isInstanceOf(ConnectionLostException.class);
            assertThat(failure(second)).isInstanceOf(ConnectionLostException.class);
            Object told = this.client.listener.next();
            if (told instanceof UnknownEvent) {
                told = this.client.listener.next();
            }
            assertThat(told).isInstanceOfSatisfying(RecordingListener.Other.class,
                    (other) -> assertThat(other.what()).isEqualTo("lost"));
            assertThat(failure(sendTo(3, dropped))).isInstanceOf(ConnectionLostException.class);
            assertThat(result(dropped.close())).isNull();
            assertThat(this.client.listener.isQuiet()).isTrue();
        }
    }

    @Test
    void whenMessagesStopThenTheServerIsPinged() throws Exception {
        try (RawServer raw = new RawServer()) {
            CompletableFuture<Connection> attempt = this.client.connect(raw.url());
            try (RawServer.Link quiet = raw.link()) {
                quiet.upgrade();
                quiet.text(WireServer.SESSION);
                result(attempt);
                this.client.scheduler.advance(EndProbe.INTERVAL.multipliedBy(2));
                assertThat(quiet.readAny()).isEqualTo(RawServer.Link.PING + ":");
            }
        }
    }

    @Test
    void whenTheServerClosesAfterAnEventThenTheEventIsToldFirst() throws Exception {
        this.link.send(WireServer.friendMessage("last words"));
        this.link.close(1001, "");
        assertThat(nextText()).isEqualTo("last words");
        assertThat(nextOther().what()).isEqualTo("lost");
    }

    private static CompletableFuture<MessageReceipt> sendTo(long friendId, Connection connection) {
        return connection.call(new MessageCall.SendFriendMessage(friendId, MessageChain.of("hi")));
    }

    @Test
    void whenTheServerClosesThenTheCauseTellsItsCodeAndReason() throws Exception {
        this.link.close(1011, "internal error");
        assertThat(nextOther().detail()).contains("1011", "internal error");
        assertThat(this.link.end()).as("our close frame").isEqualTo("1011");
    }

    @Test
    void whenTheLinkEndsWithoutACloseFrameThenTheCauseDoesNotSayThatTheServerClosedIt() throws Exception {
        try (RawServer raw = new RawServer()) {
            CompletableFuture<Connection> attempt = this.client.connect(raw.url());
            try (RawServer.Link killed = raw.link()) {
                killed.upgrade();
                killed.text(WireServer.SESSION);
                assertThat(result(attempt)).isNotNull();
            }
            this.client.awaitTold();
            // Which of them depends on whether the JDK tells of the end, or it is found out.
            assertThat(nextOther().detail()).containsAnyOf("without a close frame (code 1006", "without a word")
                .doesNotContain("server");
        }
    }

    @Test
    void whenTheServerAnswersByClosingThenTheCauseIsThatTheSessionHasEnded() throws Exception {
        CompletableFuture<MessageReceipt> call = hi();
        this.link.command();
        this.link.close(1000, "");
        assertThat(failure(call)).isInstanceOf(ConnectionLostException.class);
        assertThat(nextOther().detail()).contains("code 1000", "session has ended");
    }

    @Test
    void whenClosedThenTheServerGetsACloseFrameAndTheListenerIsToldNothing() throws Exception {
        CompletableFuture<MessageReceipt> call = hi();
        this.link.command();
        CompletableFuture<Void> closed = this.connection.close();
        assertThat(failure(call)).isInstanceOf(ConnectionLostException.class);
        assertThat(this.link.end()).isEqualTo("1000");
        assertThat(result(closed)).isNull();
        assertThat(result(this.connection.close())).isNull();
        assertThat(failure(hi())).isInstanceOf(ConnectionLostException.class);
        assertThat(this.client.listener.isQuiet()).isTrue();
        assertThat(this.client.scheduler.waiting()).isZero();
    }

    @Test
    void whenTheServerDoesNotAnswerTheCloseFrameThenTheLinkIsCutAfterTwoSeconds() throws Exception {
        try (RawServer raw = new RawServer()) {
            CompletableFuture<Connection> attempt = this.client.connect(raw.url());
            try (RawServer.Link deaf = raw.link()) {
                deaf.upgrade();
                deaf.text(WireServer.SESSION);
                CompletableFuture<Void> closed = result(attempt).close();
                assertThat(deaf.read()).as("close frame").startsWith(RawServer.Link.CLOSE + ":");
                this.client.scheduler.advance(Duration.ofMillis(1999));
                assertThat(closed).isNotDone();
                this.client.scheduler.advance(Duration.ofMillis(1));
                assertThat(result(closed)).isNull();
                assertThat(this.client.listener.isQuiet()).isTrue();
            }
        }
    }

    @Test
    void whenAListenerThrowsThenTheNextEventIsToldAllTheSame() throws Exception {
        this.client.listener.throwOnce(() -> {
            throw new IllegalStateException("a bug");
        });
        this.link.send(WireServer.friendMessage("1"));
        this.link.send(WireServer.friendMessage("2"));
        assertThat(nextText()).isEqualTo("2");
    }

    @Test
    void whenManyEventsComeThenTheyAreToldOneByOneAndInOrder() throws Exception {
        for (int i = 0; i < 5000; i++) {
            this.link.send(WireServer.friendMessage(Integer.toString(i)));
        }
        for (int i = 0; i < 5000; i++) {
            assertThat(nextText()).isEqualTo(Integer.toString(i));
        }
    }

    @Test
    void whenACallIsCancelledBeforeItsTurnThenItIsNotSent() throws Exception {
        // A message too large for the socket's buffers holds up the next ones, since the server does not read.
        try (RawServer raw = new RawServer()) {
            CompletableFuture<Connection> attempt = this.client.connect(raw.url());
            try (RawServer.Link slow = raw.link()) {
                slow.upgrade();
                slow.text(WireServer.SESSION);
                Connection stuck = result(attempt);
                stuck.call(new MessageCall.SendFriendMessage(1, MessageChain.of("x".repeat(16 * 1024 * 1024))));
                stuck.call(new MessageCall.SendFriendMessage(2, MessageChain.of("unwanted"))).cancel(false);
                stuck.call(new MessageCall.SendFriendMessage(3, MessageChain.of("wanted")));
                assertThat(slow.readMessage()).contains("\"target\":1");
                assertThat(slow.readMessage()).contains("wanted").doesNotContain("unwanted");
            }
        }
    }

}
