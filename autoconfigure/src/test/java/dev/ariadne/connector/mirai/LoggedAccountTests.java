package dev.ariadne.connector.mirai;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.ariadne.TestAriadne;
import dev.ariadne.concurrent.ManualScheduler;
import dev.ariadne.connector.ConnectRequest;
import dev.ariadne.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * An operator filters the log by account, and finds there what a link of the account tells.
 */
class LoggedAccountTests {

    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.ariadne");

    private final TestAriadne alice = new TestAriadne("alice", 10001);

    private final RecordingListener listener = new RecordingListener();

    private final MiraiSettings.HttpServer link = new MiraiSettings.HttpServer("/hook", Map.of());

    private final WebhookEndpoint webhook = new WebhookEndpoint(this.alice, this.link);

    private final ReverseEndpoint reverse = new ReverseEndpoint(this.alice,
            new MiraiSettings.WebSocketServer("/mirai", Map.of(), Map.of()),
            new MiraiEndpoints(List.of(ServerLink.WEBSOCKET_SERVER)), Runnable::run);

    private final ConnectRequest request = new ConnectRequest(this.alice,
            new MiraiSettings("k", null, null, null, this.link), Duration.ofSeconds(1), Duration.ofSeconds(1),
            new ManualScheduler(), this.listener);

    @BeforeEach
    void listen() {
        this.logger.setLevel(Level.INFO);
    }

    @AfterEach
    void leaveNothingBehind() {
        this.logger.setLevel(null);
        MDC.clear();
    }

    @Test
    void whenAnybodyMayDialThenTheWarningNamesTheAccount() {
        assertNamed("is told the verify key", this.reverse::warnIfOpen);
    }

    @Test
    void whenAServerDialsThenTheLineNamesTheAccount() {
        assertNamed("has dialled", () -> this.reverse.dialled(mock(ServerWebSocket.class)));
    }

    @Test
    void whenAnybodyMayPostThenTheWarningNamesTheAccount() {
        assertNamed("can make up events", () -> this.webhook.warnIfOpen("/hook"));
    }

    @Test
    void whenAnEventOfAnotherBotComesThenTheLineNamesTheAccount() {
        EndpointRequest other = mock(EndpointRequest.class);
        given(other.headers("qq")).willReturn(List.of("10002"));
        assertNamed("another bot", () -> this.webhook.check(other));
    }

    @Test
    void whenEventsAreLostThenTheLineNamesTheAccount() {
        assertNamed("are lost", () -> this.webhook.lost(2, "a reason"));
    }

    @Test
    void whenAPostedEventIsNotHandledThenTheLineNamesTheAccount() {
        WebhookConnection.connect(this.request, this.webhook, Runnable::run, null);
        this.listener.throwOnce(LoggedAccountTests::fail);
        assertNamed("event was not handled",
                () -> this.webhook.receive("{\"type\":\"X\"}".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void whenAPolledEventIsNotHandledThenTheLineNamesTheAccount() {
        this.listener.throwOnce(LoggedAccountTests::fail);
        assertNamed("event was not handled",
                () -> new EventReceiver(this.alice, this.listener).receive(Json.parse("{\"type\":\"X\"}")));
    }

    @Test
    void whenAMessageIsNotHandledThenTheLineNamesTheAccount() {
        MiraiConnection connection = new MiraiConnection(this.request, mock(MessageSocket.class), Runnable::run, null);
        this.listener.throwOnce(LoggedAccountTests::fail);
        assertNamed("message was not handled", () -> connection
            .start(List.of(Inbound.message("{\"syncId\":\"-1\",\"data\":{\"type\":\"X\"}}"))));
    }

    private static void fail() {
        throw new IllegalStateException("a bug");
    }

    /** The thread may be one of another account. */
    private static void assertNamed(String part, Runnable action) {
        MDC.put("ariadne.account", "bob");
        try (LogWatch log = new LogWatch()) {
            action.run();
            assertThat(log.lines()).singleElement().asString().contains("'alice'", part);
            assertThat(log.accounts()).containsExactly("alice");
        }
        assertThat(MDC.get("ariadne.account")).isEqualTo("bob");
    }

}
