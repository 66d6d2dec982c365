package dev.ariadne.connector.mirai;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import dev.ariadne.ConnectorSettings;
import dev.ariadne.connector.ConnectFailedException;
import dev.ariadne.connector.ConnectFailedException.Retry;
import dev.ariadne.connector.ConnectRequest;
import dev.ariadne.connector.Connection;
import dev.ariadne.event.message.FriendMessage;
import mockwebserver3.RecordedRequest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Connecting: what is asked of the server, and what is made of each of its answers.
 */
class MiraiConnectorTests {

    private final MiraiClient client = new MiraiClient();

    @AfterEach
    void close() {
        this.client.close();
    }

    @Test
    void whenTheServerAcceptsThenTheKeyWentInAHeader() throws Exception {
        try (WireServer server = new WireServer()) {
            this.client.connected(server.url());
            RecordedRequest request = server.request();
            assertThat(request.getHeaders().get("verifyKey")).isEqualTo(MiraiClient.KEY);
            assertThat(request.getHeaders().get("qq")).isEqualTo("10001");
            assertThat(request.getTarget()).isEqualTo("/all");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "/bots/one", "/bots/one/" })
    void whenTheUrlHasAPathThenItIsKept(String path) throws Exception {
        try (WireServer server = new WireServer()) {
            this.client.connected(server.url().resolve(path));
            assertThat(server.request().getTarget()).isEqualTo("/bots/one/all");
        }
    }

    @Test
    void whenEventsComeBeforeTheSessionThenTheyAreToldAfterItInOrder() throws Exception {
        try (WireServer server = new WireServer((link) -> {
            link.send(WireServer.friendMessage("1"));
            link.send("garbage");
            link.send(WireServer.friendMessage("2"));
        })) {
            CompletableFuture<Connection> attempt = this.client.connect(server.url());
            WireServer.Link link = server.link();
            Awaitility.await().during(Duration.ofMillis(100)).until(this.client.listener::isQuiet);
            assertThat(attempt).isNotDone();
            link.send(WireServer.SESSION);
            link.send(WireServer.friendMessage("3"));
            attempt.get(10, TimeUnit.SECONDS);
            assertThat(nextText()).isEqualTo("1");
            assertThat(this.client.listener.next(RecordingListener.Other.class).what()).isEqualTo("rejected");
            assertThat(nextText()).isEqualTo("2");
            assertThat(nextText()).isEqualTo("3");
        }
    }

    @Test
    void whenFarTooManyEventsComeBeforeTheSessionThenTheRestIsReported() throws Exception {
        try (WireServer server = new WireServer((link) -> {
            for (int i = 0; i < 1030; i++) {
                link.send(WireServer.friendMessage(Integer.toString(i)));
            }
            link.send(WireServer.SESSION);
        })) {
            this.client.connected(server.url());
            for (int i = 0; i < 1024; i++) {
                assertThat(nextText()).isEqualTo(Integer.toString(i));
            }
            assertThat(this.client.listener.next(RecordingListener.Other.class).detail()).startsWith("6 messages");
        }
    }

    private String nextText() throws InterruptedException {
        return this.client.listener.next(FriendMessage.class).message().text();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1   | Auth Key错误           | NEVER    | ariadne.accounts.alice.mirai.verify-key
            2   | 指定Bot不存在           | SLOWLY   | ariadne.accounts.alice.id is wrong, or the bot is not logged in
            3   | Session失效或不存在      | BACK_OFF | code 3
            400 | 无效参数               | NEVER    | code 400
            500 | whatever             | BACK_OFF | whatever
            """)
    void whenTheServerRefusesThenItsCodeDecides(int code, String reason, Retry retry, String hint) throws Exception {
        try (WireServer server = new WireServer((link) -> {
            link.send("{\"syncId\":\"\",\"data\":{\"code\":" + code + ",\"msg\":\"" + reason + "\"}}");
            link.close(1000, reason);
        })) {
            ConnectFailedException failure = this.client.failure(this.client.connect(server.url()));
            assertThat(failure.getRetry()).isEqualTo(retry);
            assertThat(failure).hasMessageContaining(hint).hasMessageContaining(reason);
            assertTellsNoKey(failure);
        }
    }

    @Test
    void whenTheRefusalHasNoEnvelopeThenItIsUnderstoodAllTheSame() throws Exception {
        try (WireServer server = new WireServer((link) -> link.send("{\"code\":1,\"msg\":\"Auth Key错误\"}"))) {
            assertThat(this.client.failure(this.client.connect(server.url())).getRetry()).isEqualTo(Retry.NEVER);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"syncId\":\"\",\"data\":{}}", "{\"syncId\":\"\",\"data\":{\"code\":\"x\"}}" })
    void whenTheSessionFrameIsMalformedThenTheAttemptFails(String frame) throws Exception {
        try (WireServer server = new WireServer((link) -> link.send(frame))) {
            ConnectFailedException failure = this.client.failure(this.client.connect(server.url()));
            assertThat(failure.getRetry()).isEqualTo(Retry.BACK_OFF);
            assertThat(failure).hasMessageContaining("code");
        }
    }

    @ParameterizedTest
    @CsvSource({ "200 OK,NEVER", "302 Found,NEVER", "400 Bad Request,NEVER", "401 Unauthorized,NEVER",
        "404 Not Found,NEVER", "429 Too Many Requests,BACK_OFF", "500 Oops,BACK_OFF", "503 Unavailable,BACK_OFF" })
    void whenTheAnswerIsNoUpgradeThenItsStatusDecides(String status, Retry retry) throws Exception {
        ConnectFailedException failure = failureAfter((link) -> {
            link.head();
            link.write("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n");
        });
        assertThat(failure.getRetry()).isEqualTo(retry);
        assertThat(failure).hasMessageContaining("HTTP " + status.substring(0, 3));
        if (retry == Retry.NEVER) {
            assertThat(failure).hasMessageContaining("wrong address")
                    .hasMessageContaining("ariadne.accounts.alice.mirai.websocket-client.url");
        }
    }

    @Test
    void whenTheAnswerIsNoHttpThenItIsAWrongAddress() throws Exception {
        ConnectFailedException failure = failureAfter((link) -> {
            link.head();
            link.write("SSH-2.0-OpenSSH_9.2\r\n\r\n");
        });
        assertThat(failure.getRetry()).isEqualTo(Retry.NEVER);
        assertThat(failure).hasMessageContaining("wrong address");
    }

    @Test
    void whenTheServerIsInDebugModeThenTheErrorNamesIt() throws Exception {
        ConnectFailedException failure = failureAfter((link) -> link.upgrade("Sec-WebSocket-Extensions: frame-log "));
        assertThat(failure.getRetry()).isEqualTo(Retry.SLOWLY);
        assertThat(failure).hasMessageContaining("debug: true");
    }

    @Test
    void whenTheServerEndsTheConnectionDuringTheHandshakeThenItIsTriedAgain() throws Exception {
        try (RawServer server = new RawServer()) {
            CompletableFuture<Connection> attempt = this.client.connect(server.url());
            // The JDK's client tries again at once, a few times.
            Awaitility.await().until(() -> {
                server.closeLinks();
                return attempt.isDone();
            });
            assertThat(this.client.failure(attempt).getRetry()).isEqualTo(Retry.BACK_OFF);
        }
    }

    @Test
    void whenTheServerEndsTheConnectionWithoutAFrameThenItIsTriedAgain() throws Exception {
        ConnectFailedException failure = failureAfter((link) -> {
            link.upgrade();
            link.close();
        });
        assertThat(failure.getRetry()).isEqualTo(Retry.BACK_OFF);
        assertThat(failure).hasMessageContaining("before it had accepted the account");
    }

    private ConnectFailedException failureAfter(Script script) throws Exception {
        try (RawServer server = new RawServer()) {
            CompletableFuture<Connection> attempt = this.client.connect(server.url());
            try (RawServer.Link link = server.link()) {
                script.play(link);
                ConnectFailedException failure = this.client.failure(attempt);
                assertTellsNoKey(failure);
                return failure;
            }
        }
    }

    @Test
    void whenNobodyListensThenItIsTriedAgain() throws Exception {
        ConnectFailedException failure = this.client
                .failure(this.client.connect(URI.create("http://localhost:" + unusedPort())));
        assertThat(failure.getRetry()).isEqualTo(Retry.BACK_OFF);
        assertThat(failure).hasMessageContaining("cannot be reached");
    }

    @Test
    void whenTheHostIsUnknownThenItIsTriedAgain() {
        ConnectFailedException failure = this.client.failure(this.client.connect(URI.create("http://no-such.invalid")));
        assertThat(failure.getRetry()).isEqualTo(Retry.BACK_OFF);
        assertThat(failure).hasMessageContaining("host name is not known");
    }

    @Test
    void whenTheSessionFrameNeverComesThenTheAttemptEndsInTimeAndTheLinkIsClosed() throws Exception {
        try (WireServer server = new WireServer((link) -> { })) {
            CompletableFuture<Connection> attempt = this.client.connect(server.url());
            WireServer.Link link = server.link();
            link.send(WireServer.friendMessage("early"));
            this.client.scheduler.advance(MiraiClient.TIMEOUT.minusMillis(1));
            assertThat(attempt).isNotDone();
            this.client.scheduler.advance(Duration.ofMillis(1));
            ConnectFailedException failure = this.client.failure(attempt);
            assertThat(failure.getRetry()).isEqualTo(Retry.BACK_OFF);
            assertThat(link.end()).isEqualTo("broken");
            assertThat(this.client.listener.isQuiet()).isTrue();
        }
    }

    @Test
    void whenOnlyTheSessionFrameIsMissingThenTheErrorNamesSingleMode() throws Exception {
        try (RawServer server = new RawServer()) {
            CompletableFuture<Connection> attempt = this.client.connect(server.url());
            try (RawServer.Link link = server.link()) {
                link.upgrade();
                link.frame(RawServer.Link.PING, true, new byte[0]);
                assertThat(link.read()).as("pong").startsWith("10:");
                this.client.scheduler.advance(MiraiClient.TIMEOUT);
                assertThat(this.client.failure(attempt)).hasMessageContaining("singleMode");
                assertThat(link.awaitEnd()).isTrue();
            }
        }
    }

    @Test
    void whenTheHandshakeIsNotAnsweredThenTheAttemptEndsInTimeAndTheSocketIsClosed() throws Exception {
        try (RawServer server = new RawServer()) {
            CompletableFuture<Connection> attempt = this.client.connect(server.url());
            try (RawServer.Link link = server.link()) {
                link.head();
                this.client.scheduler.advance(MiraiClient.TIMEOUT);
                ConnectFailedException failure = this.client.failure(attempt);
                assertThat(failure.getRetry()).isEqualTo(Retry.BACK_OFF);
                assertThat(failure).hasMessageContaining("no answer within 10000 ms");
                assertThat(link.awaitEnd()).isTrue();
            }
        }
    }

    @Test
    void whenTheAttemptIsCancelledDuringTheHandshakeThenTheSocketIsClosed() throws Exception {
        try (RawServer server = new RawServer()) {
            CompletableFuture<Connection> attempt = this.client.connect(server.url());
            try (RawServer.Link link = server.link()) {
                link.head();
                attempt.cancel(true);
                assertThat(link.awaitEnd()).isTrue();
                assertThat(this.client.scheduler.waiting()).isZero();
            }
        }
    }

    @Test
    void whenTheAttemptIsCancelledBeforeTheSessionFrameThenTheLinkIsClosed() throws Exception {
        try (WireServer server = new WireServer((link) -> link.send(WireServer.friendMessage("early")))) {
            CompletableFuture<Connection> attempt = this.client.connect(server.url());
            WireServer.Link link = server.link();
            attempt.cancel(true);
            assertThat(link.end()).isEqualTo("broken");
            assertThat(this.client.listener.isQuiet()).isTrue();
        }
    }

    @Test
    void whenTheServerRestartsOnItsPortThenTheNextAttemptSucceeds() throws Exception {
        int port = unusedPort();
        try (WireServer server = new WireServer(port, (link) -> link.send(WireServer.SESSION))) {
            this.client.connected(server.url());
        }
        URI url = URI.create("http://localhost:" + port);
        this.client.awaitTold();
        assertThat(this.client.listener.next(RecordingListener.Other.class).what()).isEqualTo("lost");
        assertThat(this.client.failure(this.client.connect(url)).getRetry()).isEqualTo(Retry.BACK_OFF);
        try (WireServer server = new WireServer(port, (link) -> link.send(WireServer.SESSION))) {
            this.client.connected(url);
            server.link().send(WireServer.friendMessage("back"));
            assertThat(nextText()).isEqualTo("back");
        }
    }

    @ParameterizedTest
    @MethodSource
    void whenTheTranscriptsServerSpeaksThenAnAttemptEndsAsItSays(Transcripts.Handshake handshake) throws Exception {
        try (WireServer server = new WireServer((link) -> {
            handshake.frames().forEach(link::send);
            if (!handshake.isAccepted()) {
                link.close(1000, handshake.closeReason());
            }
        })) {
            CompletableFuture<Connection> attempt = this.client.connect(server.url());
            if (handshake.isAccepted()) {
                attempt.get(10, TimeUnit.SECONDS).close().get(10, TimeUnit.SECONDS);
                assertThat(server.link().end()).isEqualTo("1000");
            }
            else {
                assertThat(this.client.failure(attempt)).hasMessageContaining(handshake.closeReason());
            }
        }
    }

    static Stream<Transcripts.Handshake> whenTheTranscriptsServerSpeaksThenAnAttemptEndsAsItSays() {
        return Transcripts.handshakes("03-ws-handshake.jsonl").stream();
    }

    @Test
    void whenTheSettingsAreOfAnotherConnectorThenTheyAreRefused() {
        ConnectorSettings other = () -> "other";
        assertThatIllegalArgumentException().isThrownBy(() -> this.client.connector.connect(request(other)));
    }

    private ConnectRequest request(ConnectorSettings settings) {
        return new ConnectRequest(this.client.ariadne, settings, MiraiClient.TIMEOUT, MiraiClient.HEARTBEAT,
                this.client.scheduler, this.client.listener);
    }

    @Test
    void whenTheConnectorIsClosedThenItsThreadsEndAndItConnectsNoMore() throws Exception {
        try (WireServer server = new WireServer()) {
            this.client.connected(server.url()).close().get(10, TimeUnit.SECONDS);
            this.client.close();
            this.client.close();
            Awaitility.await().until(() -> Thread.getAllStackTraces().keySet().stream()
                    .noneMatch((thread) -> thread.getName().startsWith("ariadne-mirai-")));
            assertThat(this.client.failure(this.client.connect(server.url()))).hasMessageContaining("closed");
        }
    }

    private static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void assertTellsNoKey(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            assertThat(List.of(cause.toString(), String.valueOf(cause.getMessage())))
                    .noneMatch((text) -> text.contains(MiraiClient.KEY));
        }
    }

    /** What a server does. */
    interface Script {

        void play(RawServer.Link link) throws Exception;

    }

}
