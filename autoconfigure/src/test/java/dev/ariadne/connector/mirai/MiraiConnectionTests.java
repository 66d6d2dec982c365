package dev.ariadne.connector.mirai;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import dev.ariadne.connector.Call;
import dev.ariadne.connector.Connection;
import dev.ariadne.event.message.FriendMessage;
import dev.ariadne.message.MessageChain;
import dev.ariadne.message.MessageReceipt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The established link.
 */
class MiraiConnectionTests {

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

    @Test
    void whenACallIsAnsweredThenItCompletesWithTheMessageId() throws Exception {
        CompletableFuture<MessageReceipt> call = this.connection
                .call(new Call.SendFriendMessage(20001, MessageChain.of("hi")));
        JsonNode command = this.link.command();
        assertThat(command.get("command").stringValue()).isEqualTo("sendFriendMessage");
        assertThat(Json.write(command.get("content")))
                .isEqualTo("{\"messageChain\":[{\"type\":\"Plain\",\"text\":\"hi\"}],\"target\":20001}");
        this.link.answer(command, "{\"code\":0,\"msg\":\"success\",\"messageId\":6}");
        assertThat(call.get(10, TimeUnit.SECONDS)).isEqualTo(new MessageReceipt(20001, 6));
    }

    @Test
    void whenAnEventComesThenTheListenerIsToldIt() throws Exception {
        this.link.send(WireServer.friendMessage("hello"));
        FriendMessage message = this.client.listener.next(FriendMessage.class);
        assertThat(message.message().text()).isEqualTo("hello");
        assertThat(message.sender().nickname()).isEqualTo("Alice");
    }

}
