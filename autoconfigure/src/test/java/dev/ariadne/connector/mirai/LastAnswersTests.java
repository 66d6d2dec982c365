package dev.ariadne.connector.mirai;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.ariadne.Ariadne;
import dev.ariadne.ConnectionLostException;
import dev.ariadne.TestAriadne;
import dev.ariadne.call.CustomCall;
import dev.ariadne.concurrent.ManualScheduler;
import dev.ariadne.connector.ConnectRequest;
import dev.ariadne.connector.Connection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The end of a link that a server has dialled, while the server is still to answer.
 */
class LastAnswersTests {

    private final Ariadne alice = new TestAriadne("alice", 10001);

    private final MiraiSettings settings = new MiraiSettings("KEY", null, null,
            new MiraiSettings.WebSocketServer("/mirai", Map.of(), Map.of("k", "v")), null);

    private final MiraiEndpoints endpoints = new MiraiEndpoints(List.of(ServerLink.WEBSOCKET_SERVER));

    private final ManualScheduler scheduler = new ManualScheduler();

    private final RecordingListener listener = new RecordingListener();

    private final List<Integer> closes = new CopyOnWriteArrayList<>();

    private DialledSocket socket;

    private Connection connection;

    @BeforeEach
    void connect() {
        this.endpoints.add(this.alice, this.settings, Runnable::run);
        ReverseEndpoint endpoint = (ReverseEndpoint) Objects.requireNonNull(this.endpoints.at("/mirai"));
        this.socket = endpoint.dialled(new Peer());
        CompletableFuture<Connection> attempt = endpoint.connect(new ConnectRequest(this.alice, this.settings,
                Duration.ofSeconds(1), Duration.ofSeconds(30), this.scheduler, this.listener), "KEY", null);
        this.socket.text(FuzzSeeds.frame("verify", "{\"code\":0,\"session\":\"SESSION1\"}"), true);
        this.connection = attempt.join();
    }

    @Test
    void whenAnAnswerIsOutThenTheLinkEndsAfterItAndTheCallAtOnce() {
        CompletableFuture<?> call = this.connection.call(CustomCall.action("about", Map.of()));
        CompletableFuture<Void> closed = this.connection.close();
        assertThat(call).failsWithin(Duration.ofSeconds(10)).withThrowableThat()
            .withCauseInstanceOf(ConnectionLostException.class);
        this.socket.text(FuzzSeeds.frame("-1", FuzzSeeds.events().get(0)), true);
        assertThat(this.closes).isEmpty();
        this.socket.text(FuzzSeeds.frame("1", "{\"code\":0}"), true);
        assertThat(this.closes).containsExactly(1000);
        this.socket.closed(1000, "");
        assertThat(closed).isDone();
        assertThat(this.listener.isQuiet()).isTrue();
    }

    @Test
    void whenTheHeartbeatIsOutThenTheLinkEndsAfterItsAnswer() {
        this.scheduler.advance(Duration.ofSeconds(30));
        this.connection.close();
        assertThat(this.closes).isEmpty();
        this.socket.text(FuzzSeeds.frame("1", "{\"code\":0}"), true);
        assertThat(this.closes).containsExactly(1000);
    }

    @Test
    void whenTheAnswerDoesNotComeThenTheLinkEndsWithoutIt() {
        this.connection.call(CustomCall.action("about", Map.of()));
        this.connection.close();
        assertThat(this.closes).isEmpty();
        this.scheduler.advance(LastAnswers.LIMIT);
        assertThat(this.closes).containsExactly(1000);
    }

    @Test
    void whenNothingIsOutThenTheLinkEndsAtOnce() {
        this.connection.call(CustomCall.action("about", Map.of()));
        this.socket.text(FuzzSeeds.frame("1", "{\"code\":0}"), true);
        this.connection.close();
        assertThat(this.closes).containsExactly(1000);
    }

    private final class Peer implements ServerWebSocket {

        @Override
        public CompletableFuture<?> send(String text) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void ping() {
            // Not answered.
        }

        @Override
        public void close(int statusCode, String reason) {
            LastAnswersTests.this.closes.add(statusCode);
        }

    }

}
