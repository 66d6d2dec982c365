package dev.ariadne.connector.mirai;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.ariadne.Ariadne;
import dev.ariadne.CallFailedException;
import dev.ariadne.TestAriadne;
import dev.ariadne.call.CustomCall;
import dev.ariadne.concurrent.ManualScheduler;
import dev.ariadne.concurrent.SerialExecutor;
import dev.ariadne.connector.ConnectRequest;
import dev.ariadne.json.Json;
import dev.ariadne.json.MalformedJsonException;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever frames a server sends, in whatever order, a link lives until the server says that it is over.
 * <p>
 * An input has a frame on each line, or something that happens between two frames: {@code #call}, {@code #cancel},
 * {@code #skip}, {@code #beat}, {@code #full}, {@code #room}, {@code #lost} and {@code #close}.
 */
class ConnectionFuzzTests {

    static Stream<byte[]> conversations() {
        List<String> frames = FuzzSeeds.frames().map(FuzzSeeds::text).toList();
        String all = FuzzSeeds.conversation();
        return Stream.concat(frames.stream().map((frame) -> "#call\n" + frame + "\n" + frame),
                Stream.of(all, "#call\n#full\n#call\n" + all.replace("\n", "\n#cancel\n#call\n"),
                        "#full\n" + frames.get(30) + "\n#close\n#room\n" + frames.get(31),
                        "#full\n" + frames.get(30) + "\n#lost\n" + frames.get(31), "#beat\n#beat\n#beat\n#call",
                        "#skip\n#call\n{\"code\":4}\n#call", "#beat\n" + FuzzSeeds.frame("1", "{\"code\":3}")))
            .map(FuzzSeeds::bytes);
    }

    @MethodSource("conversations")
    @FuzzTest
    void whenAnyFramesComeThenTheLinkLivesUntilTheServerEndsIt(byte[] input) {
        try (LogWatch log = new LogWatch()) {
            Link link = new Link();
            for (String line : FuzzSeeds.text(input).split("\n", -1)) {
                link.play(line);
            }
            link.end();
            log.assertNoSurprise();
        }
    }

    /** Tells whether a frame says that there is no session. */
    private static boolean endsSession(String frame) {
        try {
            JsonNode json = Json.parse(frame);
            long code = (json.has("data") ? json.path("data") : json).path("code").asLong(0);
            return code == 3 || code == 4;
        }
        catch (MalformedJsonException ex) {
            return false;
        }
    }

    private static final class Link {

        private static final Duration HEARTBEAT = Duration.ofSeconds(30);

        private final Ariadne alice = new TestAriadne("alice", 10001);

        private final RecordingListener listener = new RecordingListener();

        private final ManualScheduler scheduler = new ManualScheduler();

        private final Executor serial = new SerialExecutor(Runnable::run);

        private final Socket socket = new Socket();

        private final MiraiConnection connection = new MiraiConnection(new ConnectRequest(this.alice,
                new MiraiSettings("k", null, null, null, new MiraiSettings.HttpServer("/h", Map.of())),
                Duration.ofSeconds(1), HEARTBEAT, this.scheduler, this.listener), this.socket, this.serial, null);

        private final List<CompletableFuture<JsonNode>> calls = new ArrayList<>();

        private boolean mayBeLost;

        private boolean isLost;

        private boolean isClosed;

        Link() {
            this.connection.start(List.of());
        }

        void play(String line) {
            switch (line) {
                case "#call" -> this.calls.add(this.connection.call(CustomCall.query("about", Map.of())));
                case "#cancel" -> this.calls.forEach((call) -> call.cancel(true));
                case "#beat" -> this.scheduler.advance(HEARTBEAT);
                case "#full" -> this.listener.hasCapacity(false);
                case "#room" -> {
                    this.listener.hasCapacity(true);
                    this.connection.resume();
                }
                case "#close" -> {
                    this.isClosed = true;
                    this.connection.close();
                }
                case "#lost" -> tell(() -> this.connection.closed(1006, line));
                case "#skip" -> tell(() -> this.connection.received(Inbound.skipped(line)));
                default -> tell(() -> this.connection.received(Inbound.message(line)));
            }
            this.mayBeLost |= line.equals("#beat") || line.equals("#lost") || endsSession(line);
            check(line);
        }

        private void tell(Runnable action) {
            if (!this.socket.isDown) {
                this.serial.execute(action);
            }
        }

        private void check(String line) {
            for (Object told : this.listener.rest()) {
                assertThat(this.isLost).as(() -> "after the end: " + told).isFalse();
                if (this.isClosed) {
                    throw new AssertionError("told after it was closed: " + told);
                }
                if (told instanceof RecordingListener.Other other) {
                    assertThat(other.what()).isNotEqualTo("overlap");
                    this.isLost = other.what().equals("lost");
                }
                assertThat(!this.isLost || this.mayBeLost).as(line).isTrue();
            }
            for (CompletableFuture<JsonNode> call : this.calls) {
                assertThat(call.isDone() || !(this.isLost || this.isClosed)).isTrue();
                if (call.isCompletedExceptionally() && !call.isCancelled()) {
                    assertThat(call.handle((answer, failure) -> failure).join())
                        .isInstanceOf(CallFailedException.class);
                }
            }
        }

        void end() {
            assertThat(this.isLost || this.isClosed || !this.socket.isDown).isTrue();
            play("#close");
            play(FuzzSeeds.frame("-1", "{\"type\":\"X\"}"));
            assertThat(this.scheduler.waiting()).isZero();
        }

    }

    private static final class Socket implements MessageSocket {

        private boolean isDown;

        private boolean isSilent = true;

        @Override
        public void handOver(Handler handler) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean mayPause() {
            return true;
        }

        @Override
        public void handled(Inbound message) {
            this.isSilent = false;
        }

        @Override
        public void send(String text, BooleanSupplier wanted) {
            boolean begun = wanted.getAsBoolean();
            assertThat(begun && this.isDown).as(text).isFalse();
        }

        @Override
        public boolean takeHeard() {
            boolean heard = !this.isSilent;
            this.isSilent = true;
            return heard;
        }

        @Override
        public void abort() {
            this.isDown = true;
        }

        @Override
        public CompletableFuture<Void> close() {
            this.isDown = true;
            return CompletableFuture.completedFuture(null);
        }

    }

}
