package dev.ariadne.connector.mirai;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.ariadne.Ariadne;
import dev.ariadne.TestAriadne;
import dev.ariadne.concurrent.ManualScheduler;
import dev.ariadne.connector.ConnectFailedException;
import dev.ariadne.connector.ConnectRequest;
import dev.ariadne.connector.Connection;
import dev.ariadne.event.ReceivedEvent;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever comes by a WebSocket that somebody has opened, before and after the account is asked for, nobody is told of
 * anything but events, and each WebSocket ends by one close frame.
 * <p>
 * An input has a text frame on each line; one that begins with {@code #b} is binary, with {@code #p} a first part; or
 * something that happens: {@code #connect}, {@code #dial}, {@code #cancel}, {@code #late}, {@code #closed},
 * {@code #broken} and {@code #stop}.
 */
class ReverseFuzzTests {

    private static final String ACCEPTED = FuzzSeeds.frame("verify", "{\"code\":0,\"session\":\"s\"}");

    static Stream<byte[]> conversations() {
        List<String> frames = FuzzSeeds.frames().map(FuzzSeeds::text).toList();
        String all = FuzzSeeds.conversation();
        return Stream.concat(
                frames.stream().map((frame) -> frame + "\n#connect\n" + frame + "\n" + ACCEPTED + "\n" + frame),
                Stream.of(all + "\n#connect\n" + all, "#connect\n" + ACCEPTED + "\n" + all + "\n#dial\n" + all,
                        "#connect\n#p{\"syncId\":\n#b\"verify\",\n" + ACCEPTED, "#connect\n#b" + ACCEPTED + "\n#stop\nx",
                        "#connect\n" + FuzzSeeds.frame("verify", "{\"code\":1,\"msg\":\"\\u0000\\n\"}") + "\n#connect",
                        "#connect\n" + FuzzSeeds.frame("verify", "{\"code\":0}"), "#connect\n{\"code\":0}\n#connect",
                        "#connect\n#cancel\n" + ACCEPTED + "\n#connect\n" + ACCEPTED, "#connect\n#late\n#connect",
                        "#connect\n" + ACCEPTED + "\n#broken\n#dial\n#connect\n#closed", "#closed\n#connect\n#dial\n"
                        + ACCEPTED + "\n" + FuzzSeeds.frame("-1", FuzzSeeds.events().get(20)) + "\n#connect"))
            .map(FuzzSeeds::bytes);
    }

    @MethodSource("conversations")
    @FuzzTest
    void whenAnythingComesByAWebSocketThenOnlyEventsAreTold(byte[] input) {
        try (LogWatch log = new LogWatch()) {
            Server server = new Server();
            for (String line : FuzzSeeds.text(input).split("\n", -1)) {
                server.play(line);
            }
            server.end();
            log.assertNoSurprise();
        }
    }

    private static final class Server {

        private final Ariadne alice = new TestAriadne("alice", 10001);

        private final MiraiSettings settings = new MiraiSettings("KEY", null, null,
                new MiraiSettings.WebSocketServer("/mirai", Map.of(), Map.of("k", "v")), null);

        private final MiraiEndpoints endpoints = new MiraiEndpoints(List.of(ServerLink.WEBSOCKET_SERVER));

        private final ManualScheduler scheduler = new ManualScheduler();

        private final RecordingListener listener = new RecordingListener();

        private final List<Peer> peers = new ArrayList<>();

        private final List<CompletableFuture<Connection>> attempts = new ArrayList<>();

        private final ReverseEndpoint endpoint;

        private DialledSocket socket;

        private boolean isConnected;

        Server() {
            this.endpoints.add(this.alice, this.settings, Runnable::run);
            this.endpoint = (ReverseEndpoint) Objects.requireNonNull(this.endpoints.at("/mirai"));
            this.socket = dial();
        }

        private DialledSocket dial() {
            Peer peer = new Peer();
            this.peers.add(peer);
            return this.endpoint.dialled(peer);
        }

        void play(String line) {
            switch (line) {
                case "#dial" -> this.socket = dial();
                case "#connect" -> connect();
                case "#cancel" -> this.attempts.forEach((attempt) -> attempt.cancel(true));
                case "#late" -> this.scheduler.advance(Duration.ofSeconds(1));
                case "#closed" -> this.socket.closed(1006, line);
                case "#broken" -> this.socket.failed(new IOException(line));
                case "#stop" -> this.endpoints.leave();
                default -> frame(line);
            }
            check();
        }

        /** As an account does it: not before the attempt and the connection before have ended. */
        private void connect() {
            this.attempts.forEach((attempt) -> {
                attempt.cancel(true);
                attempt.handle((connection, failure) -> (connection != null) ? connection.close() : null);
            });
            check();
            this.attempts.add(this.endpoint.connect(new ConnectRequest(this.alice, this.settings,
                    Duration.ofSeconds(1), Duration.ofSeconds(30), this.scheduler, this.listener), "KEY", null));
        }

        private void frame(String line) {
            if (line.startsWith("#b")) {
                this.socket.binary(ByteBuffer.wrap(line.substring(2).getBytes(
                        StandardCharsets.UTF_16LE)), true);
                this.socket.binary(ByteBuffer.wrap(FuzzSeeds.bytes(line.substring(2))), true);
            }
            else if (line.startsWith("#p")) {
                this.socket.text(line.substring(2), false);
            }
            else {
                this.socket.text(line, true);
            }
        }

        private void check() {
            for (CompletableFuture<Connection> attempt : this.attempts) {
                this.isConnected |= attempt.isDone() && !attempt.isCompletedExceptionally();
                if (attempt.isCompletedExceptionally() && !attempt.isCancelled()) {
                    ConnectFailedException failure = (ConnectFailedException) attempt
                        .handle((connection, cause) -> cause).join();
                    assertThat(failure).isNotNull();
                }
            }
            for (Object told : this.listener.rest()) {
                boolean harmless = told instanceof RecordingListener.Other other && other.what().equals("reachable");
                assertThat(harmless || this.isConnected).as(told.toString()).isTrue();
                assertThat(told).isInstanceOfAny(ReceivedEvent.class, RecordingListener.Other.class);
                assertThat(told.toString()).doesNotContain("what=overlap");
            }
        }

        void end() {
            this.attempts.forEach((attempt) -> {
                attempt.cancel(true);
                attempt.handle((connection, failure) -> (connection != null) ? connection.close() : null);
            });
            this.endpoints.remove(this.alice);
            this.listener.rest();
            play(FuzzSeeds.frame("-1", "{\"type\":\"X\"}"));
            assertThat(this.listener.isQuiet()).isTrue();
            assertThat(this.peers).allSatisfy((peer) -> assertThat(peer.closes).isLessThanOrEqualTo(1));
            assertThat(this.scheduler.waiting()).isZero();
        }

    }

    private static final class Peer implements ServerWebSocket {

        private int closes;

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
            this.closes++;
        }

    }

}
