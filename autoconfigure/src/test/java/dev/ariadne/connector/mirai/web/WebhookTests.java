package dev.ariadne.connector.mirai.web;

import java.util.List;

import dev.ariadne.AccountStatus;
import dev.ariadne.UnsupportedCallException;
import dev.ariadne.event.ReceivedEvent;
import dev.ariadne.event.message.FriendMessage;
import dev.ariadne.message.MessageChain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The webhook, with a real web server and the recorded requests of a real mirai-api-http.
 */
@Timeout(60)
class WebhookTests {

    private static final String PATH = "/hook/alice";

    private static final JsonNode HELLO = PostingServer.recorded("friend-message.reply-204").get(0);

    private static PostingServer online(ServedApplication application) {
        application.awaitStatus(AccountStatus.ONLINE);
        return new PostingServer(application.uri(PATH + "?x=1"));
    }

    @Test
    void whenThereIsNothingButAWebhookThenTheAccountIsOnlineAtOnceAndShutDownInTheEnd() {
        ServedApplication application = ServedApplication.run(ServedApplication.webhook());
        application.awaitStatus(AccountStatus.ONLINE);
        application.close();
        assertThat(application.recorder.lifecycle).containsSubsequence("ApplicationLaunchedEvent",
                "AccountLaunchedEvent", "AccountShutdownEvent", "ApplicationShutdownEvent")
            .contains("AccountOnlineEvent");
    }

    @Test
    void whenAServerPostsThenTheEventsOfItsBotArriveOnceEach() throws Exception {
        try (ServedApplication application = ServedApplication.run(ServedApplication.webhook())) {
            PostingServer server = online(application);
            String last = "";
            for (JsonNode request : PostingServer.recorded()) {
                boolean own = request.get("headers").get("qq").stringValue().equals("10001");
                assertThat(server.post(request)).isEqualTo(own ? 204 : 404);
                String body = request.get("body").stringValue();
                // One of the recorded requests was made twice because its connection was dropped.
                if (own && !body.equals(last)) {
                    ReceivedEvent event = application.recorder.next();
                    assertThat(event.ariadne()).isSameAs(application.alice());
                    last = body;
                }
            }
            assertThat(application.recorder.received).isEmpty();
        }
    }

    @Test
    void whenAMessageComesTwiceThenItIsToldOnceButWhatMayRepeatIsToldTwice() throws Exception {
        JsonNode input = PostingServer.recorded("other-event").get(0);
        JsonNode request = PostingServer.recorded("reply.resp_newFriendRequestEvent").get(0);
        try (ServedApplication application = ServedApplication.run(ServedApplication.webhook())) {
            PostingServer server = online(application);
            for (JsonNode post : List.of(HELLO, HELLO, request, request, input, input)) {
                assertThat(server.post(post)).isEqualTo(204);
            }
            assertThat(application.recorder.next()).isInstanceOfSatisfying(FriendMessage.class,
                    (message) -> assertThat(message.message().text()).isEqualTo("hello"));
            assertThat(application.recorder.next().conversation()).isNotNull();
            application.recorder.next();
            application.recorder.next();
            assertThat(application.recorder.received).isEmpty();
        }
    }

    @Test
    void whenACallIsMadeThenItFailsAtOnceAndSaysWhatToAdd() {
        try (ServedApplication application = ServedApplication.run(ServedApplication.webhook())) {
            application.awaitStatus(AccountStatus.ONLINE);
            assertThatExceptionOfType(UnsupportedCallException.class)
                .isThrownBy(() -> application.alice().sendFriendMessage(20001, MessageChain.of("x")))
                .withMessageContaining("http-client");
        }
    }

    @Test
    void whenTheBotSaysThatItIsOfflineThenTheAccountIsUntilItSaysOtherwise() throws Exception {
        try (ServedApplication application = ServedApplication.run(ServedApplication.webhook(
                "connect.initial-delay=1ms", "connect.max-delay=1ms"))) {
            PostingServer server = online(application);
            server.post(HELLO, "{\"type\":\"BotOfflineEventActive\",\"qq\":10001}");
            application.awaitStatus(AccountStatus.OFFLINE);
            server.post(HELLO, "{\"type\":\"BotOnlineEvent\",\"qq\":10001}");
            application.awaitStatus(AccountStatus.ONLINE);
            assertThat(application.recorder.lifecycle).doesNotContain("AccountConnectionFailedEvent");
        }
    }

    @Test
    void whenTheAccountIsStoppedThenItsEventsAreRefusedUntilItIsStarted() throws Exception {
        try (ServedApplication application = ServedApplication.run(ServedApplication.webhook())) {
            PostingServer server = online(application);
            application.accounts().stop("alice");
            assertThat(server.post(HELLO)).isEqualTo(503);
            application.accounts().start("alice");
            application.awaitStatus(AccountStatus.ONLINE);
            assertThat(server.post(HELLO)).isEqualTo(204);
            application.recorder.next();
            application.accounts().remove("alice");
            assertThat(server.post(HELLO)).isEqualTo(404);
            assertThat(application.recorder.received).isEmpty();
        }
    }

}
