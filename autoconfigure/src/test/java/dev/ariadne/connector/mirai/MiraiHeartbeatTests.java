package dev.ariadne.connector.mirai;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import dev.ariadne.ConnectionLostException;
import dev.ariadne.InvalidCallException;
import dev.ariadne.call.MessageCall;
import dev.ariadne.connector.Connection;
import dev.ariadne.event.message.FriendMessage;
import dev.ariadne.json.Json;
import dev.ariadne.message.MessageChain;
import dev.ariadne.message.MessageReceipt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Links that have died without a sign.
 */
class MiraiHeartbeatTests {

    private static final String INFO = "{\"code\":0,\"msg\":\"\",\"data\":{\"sessionKey\":\"c2Yh46vC\"}}";

    private final MiraiClient client = new MiraiClient();

    private final WireServer server;

    private final Connection connection;

    private final WireServer.Link link;

    MiraiHeartbeatTests() throws Exception {
        this.server = new WireServer();
        this.connection = this.client.connected(this.server.url());
        this.link = this.server.link();
        settle();
    }

    @AfterEach
    void close() {
        this.client.close();
        this.server.close();
    }

    /** Waits until all that the server has sent has been received. */
    private void settle() throws Exception {
        this.link.send(WireServer.friendMessage("settled"));
        this.client.listener.next(FriendMessage.class);
    }

    private void interval() {
        this.client.scheduler.advance(MiraiClient.HEARTBEAT);
    }

    private RecordingListener.Other told() throws InterruptedException {
        return this.client.listener.next(RecordingListener.Other.class);
    }

    @Test
    void whenAnIntervalHasPassedThenACommandIsSentThatNeedsTheSession() throws Exception {
        this.client.scheduler.advance(MiraiClient.HEARTBEAT.minusMillis(1));
        this.client.scheduler.advance(Duration.ofMillis(1));
        JsonNode command = this.link.command();
        assertThat(command.get("command").stringValue()).isEqualTo("sessionInfo");
        assertThat(command.get("content")).isEqualTo(Json.parse("{}"));
    }

    @Test
    void whenTwoHeartbeatsAreNotAnsweredThenTheLinkIsLost() throws Exception {
        CompletableFuture<MessageReceipt> call = this.connection
                .call(new MessageCall.SendFriendMessage(20001, MessageChain.of("hi")));
        interval();
        interval();
        assertThat(this.client.listener.isQuiet()).isTrue();
        assertThat(call).isNotDone();
        interval();
        assertThat(told()).isEqualTo(new RecordingListener.Other("lost", "no answer to two heartbeats"));
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> call.get(10, TimeUnit.SECONDS)).withCauseInstanceOf(ConnectionLostException.class);
        assertThat(this.link.end()).isEqualTo("broken");
        assertThat(this.client.scheduler.waiting()).isZero();
    }

    @Test
    void whenEveryOtherHeartbeatIsAnsweredThenTheLinkLives() throws Exception {
        for (int i = 0; i < 5; i++) {
            interval();
            this.link.command();
            interval();
            this.link.answer(this.link.command(), INFO);
            settle();
        }
        assertThat(this.client.listener.isQuiet()).isTrue();
    }

    @Test
    void whenOnlyEventsComeThenTheLinkIsLostAfterFourHeartbeats() throws Exception {
        CompletableFuture<MessageReceipt> call = this.connection
                .call(new MessageCall.SendFriendMessage(20001, MessageChain.of("hi")));
        intervalsOfEvents(4);
        assertThat(this.client.listener.isQuiet()).isTrue();
        assertThat(call).isNotDone();
        interval();
        assertThat(told()).isEqualTo(new RecordingListener.Other("lost",
                "no answer to heartbeats for long, nor to any call, though events come"));
        assertThat(call).failsWithin(Duration.ofSeconds(10)).withThrowableThat()
            .withCauseInstanceOf(ConnectionLostException.class);
        assertThat(this.link.end()).isEqualTo("broken");
        assertThat(this.client.scheduler.waiting()).isZero();
    }

    @Test
    void whenACommandTakesTheServerThreeIntervalsWhileEventsComeThenTheLinkLives() throws Exception {
        for (int i = 0; i < 3; i++) {
            this.connection.call(new MessageCall.SendFriendMessage(20001, MessageChain.of("hi")));
            JsonNode slow = command("sendFriendMessage");
            intervalsOfEvents(3);
            this.link.answer(slow, "{\"code\":0,\"msg\":\"success\",\"messageId\":6}");
            settle();
        }
        assertThat(this.client.listener.isQuiet()).isTrue();
    }

    private void intervalsOfEvents(int count) throws Exception {
        for (int i = 0; i < count; i++) {
            interval();
            settle();
        }
    }

    /** Waits for a command with a name. */
    private JsonNode command(String name) throws InterruptedException {
        JsonNode command = this.link.command();
        while (!command.get("command").stringValue().equals(name)) {
            command = this.link.command();
        }
        return command;
    }

    @Test
    void whenAHeartbeatWasNotAnsweredThenAnAnswerWithoutAnIdBelongsToTheCallAfterIt() throws Exception {
        interval();
        this.link.command();
        interval();
        this.link.answer(this.link.command(), INFO);
        settle();
        CompletableFuture<MessageReceipt> call = this.connection
                .call(new MessageCall.SendFriendMessage(20001, MessageChain.of("hi")));
        command("sendFriendMessage");
        this.link.send("{\"code\":400,\"msg\":\"无效参数\"}");
        assertThat(call).failsWithin(Duration.ofSeconds(10)).withThrowableThat()
            .withCauseInstanceOf(InvalidCallException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = { 3, 4 })
    void whenAHeartbeatIsAnsweredThatTheSessionIsGoneThenTheLinkIsLost(int code) throws Exception {
        interval();
        this.link.answer(this.link.command(), "{\"code\":" + code + ",\"msg\":\"Session失效或不存在\"}");
        assertThat(told().detail()).contains("session is gone", "code " + code);
    }

    @Test
    void whenTheServerClosesInAnswerToAHeartbeatThenTheCauseIsThatTheSessionHasEnded() throws Exception {
        interval();
        this.link.command();
        this.link.close(1000, "");
        assertThat(told().detail()).contains("code 1000", "session has ended");
        assertThat(this.client.scheduler.waiting()).isZero();
    }

    @Test
    void whenClosedThenNoHeartbeatIsSent() throws Exception {
        this.connection.close().get(10, TimeUnit.SECONDS);
        assertThat(this.client.scheduler.waiting()).isZero();
    }

}
