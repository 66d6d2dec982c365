package dev.ariadne.connector.mirai;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import dev.ariadne.call.MessageCall;
import dev.ariadne.connector.Connection;
import dev.ariadne.event.message.FriendMessage;
import dev.ariadne.json.Json;
import dev.ariadne.message.MessageChain;
import dev.ariadne.message.MessageReceipt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A listener that can take no more. That the link is not read is shown by a server that floods it until its own writes
 * are held up.
 */
class MiraiBackPressureTests {

    private static final String SENT = "{\"code\":0,\"msg\":\"success\",\"messageId\":6}";

    private static final String FILLER = "x".repeat(64 * 1024);

    private final MiraiClient client = new MiraiClient();

    private final RawServer server;

    private final RawServer.Link link;

    private final Connection connection;

    MiraiBackPressureTests() throws Exception {
        this.server = new RawServer();
        CompletableFuture<Connection> attempt = this.client.connect(this.server.url());
        this.link = this.server.link();
        this.link.upgrade();
        this.link.text(WireServer.SESSION);
        this.connection = attempt.get(10, TimeUnit.SECONDS);
        this.link.text(WireServer.friendMessage("settled"));
        this.client.listener.next(FriendMessage.class);
    }

    @BeforeEach
    void fill() {
        this.client.listener.hasCapacity(false);
    }

    @AfterEach
    void close() throws Exception {
        this.link.close();
        this.client.close();
        this.server.close();
    }

    @Test
    void whenTheListenerIsFullThenTheSocketIsNotReadAndNothingIsLost() throws Exception {
        int sent = this.link.writeUntilHeldUp(WireServer.friendMessage(FILLER));
        assertThat(this.client.listener.isQuiet()).isTrue();
        this.client.listener.hasCapacity(true);
        this.connection.resume();
        for (int i = 0; i < sent; i++) {
            assertThat(this.client.listener.next(FriendMessage.class).message().text()).hasSize(FILLER.length());
        }
    }

    @Test
    void whenACallIsMadeWhileTheListenerIsFullThenItGetsItsAnswer() throws Exception {
        int sent = this.link.writeUntilHeldUp(WireServer.friendMessage(FILLER));
        CompletableFuture<MessageReceipt> call = hi();
        answer();
        assertThat(call.get(10, TimeUnit.SECONDS).messageId()).isEqualTo(6);
        assertThat(this.client.listener.count()).isEqualTo(sent);
        // Nobody waits any more, so the link is paused again.
        this.link.text(WireServer.friendMessage("held"));
        this.client.listener.hasCapacity(true);
        assertThat(this.client.listener.count()).isEqualTo(sent);
        this.connection.resume();
        for (int i = 0; i < sent; i++) {
            this.client.listener.next(FriendMessage.class);
        }
        assertThat(this.client.listener.next(FriendMessage.class).message().text()).isEqualTo("held");
    }

    @Test
    void whenTheListenerFillsUpWhileACallWaitsThenItGetsItsAnswer() throws Exception {
        CompletableFuture<MessageReceipt> call = hi();
        JsonNode command = command();
        for (int i = 0; i < 500; i++) {
            this.link.text(WireServer.friendMessage(FILLER));
        }
        answer(command);
        assertThat(call.get(10, TimeUnit.SECONDS).messageId()).isEqualTo(6);
        assertThat(this.client.listener.count()).isEqualTo(500);
    }

    @Test
    void whenTheWaitingCallIsCancelledThenTheLinkIsPausedAgain() throws Exception {
        CompletableFuture<MessageReceipt> call = hi();
        command();
        this.link.text(WireServer.friendMessage("read for the call"));
        this.client.listener.next(FriendMessage.class);
        call.cancel(false);
        this.link.writeUntilHeldUp(WireServer.friendMessage(FILLER));
        assertThat(this.client.listener.isQuiet()).isTrue();
    }

    @Test
    void whenOnlyAHeartbeatWaitsThenTheLinkIsPausedAndNotTakenForDead() throws Exception {
        this.client.scheduler.advance(MiraiClient.HEARTBEAT);
        assertThat(command().get("command").stringValue()).isEqualTo("sessionInfo");
        this.link.writeUntilHeldUp(WireServer.friendMessage(FILLER));
        for (int i = 0; i < 10; i++) {
            this.client.scheduler.advance(MiraiClient.HEARTBEAT);
        }
        assertThat(this.client.listener.isQuiet()).isTrue();
        CompletableFuture<MessageReceipt> call = hi();
        answer();
        assertThat(call.get(10, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void whenTheServerGoesWhilePausedThenTheLinkIsLostSoon() throws Exception {
        this.link.text(WireServer.friendMessage("last words"));
        this.link.close();
        this.client.awaitTold();
        assertThat(this.client.listener.next(FriendMessage.class).message().text()).isEqualTo("last words");
        assertThat(this.client.listener.next(RecordingListener.Other.class).what()).isEqualTo("lost");
    }

    @Test
    void whenClosedWhilePausedThenTheLinkEndsInGoodOrder() throws Exception {
        this.link.writeUntilHeldUp(WireServer.friendMessage(FILLER));
        CompletableFuture<Void> closed = this.connection.close();
        assertThat(this.link.read()).startsWith(RawServer.Link.CLOSE + ":");
        this.link.frame(RawServer.Link.CLOSE, true, new byte[] { 0x03, (byte) 0xe8 });
        closed.get(10, TimeUnit.SECONDS);
        assertThat(this.client.listener.isQuiet()).isTrue();
    }

    @Test
    void whenRoomAndFullnessChangeAllTheTimeThenNoMessageIsStuck() throws Exception {
        for (int i = 0; i < 300; i++) {
            this.client.listener.hasCapacity(false);
            this.link.text(WireServer.friendMessage(Integer.toString(i)));
            this.client.listener.hasCapacity(true);
            this.connection.resume();
            assertThat(this.client.listener.next(FriendMessage.class).message().text()).isEqualTo(Integer.toString(i));
        }
    }

    private CompletableFuture<MessageReceipt> hi() {
        return this.connection.call(new MessageCall.SendFriendMessage(20001, MessageChain.of("hi")));
    }

    private JsonNode command() throws Exception {
        return Json.parse(this.link.read().substring(2));
    }

    private void answer() throws Exception {
        answer(command());
    }

    private void answer(JsonNode command) throws Exception {
        this.link.text("{\"syncId\":\"" + command.get("syncId").stringValue() + "\",\"data\":" + SENT + "}");
    }

}
