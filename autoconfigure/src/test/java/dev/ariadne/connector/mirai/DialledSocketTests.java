package dev.ariadne.connector.mirai;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import dev.ariadne.TestAriadne;
import dev.ariadne.concurrent.ManualScheduler;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DialledSocketTests {

    private static final Duration INTERVAL = Duration.ofSeconds(30);

    private final ManualScheduler scheduler = new ManualScheduler();

    private final MiraiEndpoints endpoints = new MiraiEndpoints(List.of(ServerLink.WEBSOCKET_SERVER), INTERVAL,
            this.scheduler);

    private final ReverseEndpoint endpoint = new ReverseEndpoint(new TestAriadne("alice", 10001),
            new MiraiSettings.WebSocketServer("/mirai", Map.of(), Map.of("k", "v")), this.endpoints, Runnable::run);

    private final Peer peer = new Peer();

    private final DialledSocket socket = this.endpoint.dialled(this.peer);

    private final Recorder recorder = new Recorder();

    @Test
    void whenMessagesComeInPartsThenTheyAreToldWhole() {
        this.socket.handOver(this.recorder);
        this.socket.text("a", false);
        this.socket.text("b", true);
        this.socket.binary(ByteBuffer.wrap("c".getBytes(StandardCharsets.UTF_8)), true);
        assertThat(this.recorder.told).containsExactly("ab", "c");
        assertThat(this.socket.takeHeard()).isTrue();
        assertThat(this.socket.takeHeard()).isFalse();
    }

    @Test
    void whenTooManyMessagesWaitThenTheReaderIsHeldUpUntilOneIsHandled() throws Exception {
        assertHeldUpAfter(MessageSocket.READ_AHEAD, "m");
    }

    @Test
    void whenLongMessagesWaitThenTheReaderIsHeldUpAfterFewerOfThem() throws Exception {
        assertHeldUpAfter(2, "m".repeat(MessageSocket.READ_AHEAD / 2 * MessageSocket.SHORT));
    }

    private void assertHeldUpAfter(int count, String message) throws InterruptedException {
        this.socket.handOver(this.recorder);
        Thread reader = new Thread(() -> {
            for (int i = 0; i < count + 4; i++) {
                this.socket.text(message, true);
            }
        });
        reader.start();
        Awaitility.await().until(() -> this.recorder.told.size() == count && isWaiting(reader));
        this.socket.handled(Inbound.message(message));
        Awaitility.await().until(() -> this.recorder.told.size() == count + 1 && isWaiting(reader));
        this.socket.close();
        reader.join(10_000);
        assertThat(reader.isAlive()).isFalse();
    }

    private static boolean isWaiting(Thread thread) {
        return thread.getState() == Thread.State.WAITING;
    }

    @Test
    void whenAnInterruptedThreadSendsThenItDoesNotWriteItself() throws Exception {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try {
            CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
            DialledSocket other = new DialledSocket(new Peer() {

                @Override
                public CompletableFuture<?> send(String text) {
                    interrupted.complete(Thread.interrupted());
                    return super.send(text);
                }

            }, this.endpoint, executor);
            Thread.currentThread().interrupt();
            other.send("x", () -> true);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(interrupted.get(10, TimeUnit.SECONDS)).isFalse();
        }
        finally {
            executor.shutdown();
        }
    }

    @Test
    void whenManyLinksPauseThenFurtherOnesMayNotUntilOneGoesOn() {
        List<DialledSocket> pausing = new ArrayList<>();
        for (int i = 0; i < MiraiEndpoints.MAX_PAUSES; i++) {
            DialledSocket other = new DialledSocket(new Peer(), this.endpoint, Runnable::run);
            other.handOver(this.recorder);
            other.text("m", true);
            assertThat(other.mayPause()).isTrue();
            assertThat(other.mayPause()).isTrue();
            pausing.add(other);
        }
        assertThat(this.socket.mayPause()).isFalse();
        pausing.get(0).handled(Inbound.message("m"));
        assertThat(this.socket.mayPause()).isTrue();
        assertThat(pausing.get(0).mayPause()).isFalse();
        pausing.get(1).failed(new IOException("gone"));
        assertThat(pausing.get(0).mayPause()).isTrue();
    }

    @Test
    void whenItHasEndedThenItIsToldOnceAndForgotten() {
        this.socket.handOver(this.recorder);
        this.socket.failed(new IOException("first"));
        this.socket.closed(1006, "second");
        assertThat(this.recorder.told).singleElement().asString().contains("first");
        assertThat(this.socket.close()).isDone();
        assertThat(this.peer.closes).hasSize(1);
    }

    @Test
    void whenItIsClosedThenByOneCloseFrameAndNothingIsToldAnyMore() {
        this.socket.handOver(this.recorder);
        CompletableFuture<Void> closed = this.socket.close();
        this.socket.abort();
        this.socket.text("late", true);
        assertThat(closed).isNotDone();
        this.socket.closed(1000, "");
        assertThat(closed).isDone();
        assertThat(this.peer.closes).containsExactly(1000);
        assertThat(this.recorder.told).isEmpty();
    }

    @Test
    void whenTheApplicationStopsThenLinksSaySo() {
        this.endpoints.leave();
        this.socket.close();
        assertThat(this.peer.closes).containsExactly(1001);
        Peer late = new Peer();
        this.endpoint.dialled(late);
        assertThat(late.closes).containsExactly(1001);
    }

    @Test
    void whenTooMuchWaitsToBeSentThenTheLinkIsLost() {
        this.socket.handOver(this.recorder);
        String text = "x".repeat((int) (FrameWriter.MAX_QUEUED / 4));
        for (int i = 0; i < 6; i++) {
            this.socket.send(text, () -> true);
        }
        assertThat(this.recorder.told).singleElement().asString().contains("wait to be sent");
    }

    @Test
    void whenNobodyUsesItThenItIsPingedEveryIntervalAndKeptWhileThereAreAnswers() {
        for (int i = 1; i <= 5; i++) {
            this.scheduler.advance(INTERVAL);
            assertThat(this.peer.pings).isEqualTo(i);
            this.socket.pong();
        }
        assertThat(this.peer.closes).isEmpty();
    }

    @Test
    void whenNobodyUsesItAndTwoPingsAreNotAnsweredThenItIsClosedByAFrameAndForgotten() {
        this.scheduler.advance(INTERVAL.multipliedBy(2));
        assertThat(this.peer.closes).isEmpty();
        this.scheduler.advance(INTERVAL);
        assertThat(this.peer.closes).containsExactly(1011);
        assertThat(this.peer.pings).isEqualTo(2);
        assertThat(this.socket.isOver()).isTrue();
        assertThat(this.scheduler.waiting()).isZero();
    }

    @Test
    void whenItIsUsedThenItIsNotPingedUntilNobodyDoesAnyMore() {
        this.scheduler.advance(INTERVAL.multipliedBy(2));
        this.socket.handOver(this.recorder);
        this.scheduler.advance(INTERVAL.multipliedBy(5));
        assertThat(this.peer.pings).isEqualTo(2);
        this.socket.release();
        this.scheduler.advance(INTERVAL);
        assertThat(this.peer.pings).isEqualTo(3);
        assertThat(this.peer.closes).isEmpty();
        assertThat(this.recorder.told).isEmpty();
    }

    @Test
    void whenItHasEndedThenItIsNotPingedAnyMore() {
        assertThat(this.scheduler.waiting()).isOne();
        this.socket.closed(1006, "");
        assertThat(this.scheduler.waiting()).isZero();
    }

    @Test
    void whenItIsClosedAtOnceThenItIsNeverPinged() {
        this.socket.close();
        this.endpoints.leave();
        this.endpoint.dialled(new Peer());
        assertThat(this.scheduler.waiting()).isZero();
    }

    private static class Peer implements ServerWebSocket {

        final List<Integer> closes = new CopyOnWriteArrayList<>();

        int pings;

        @Override
        public void ping() {
            this.pings++;
        }

        @Override
        public CompletableFuture<?> send(String text) {
            return new CompletableFuture<>();
        }

        @Override
        public void close(int statusCode, String reason) {
            this.closes.add(statusCode);
        }

    }

    private static final class Recorder implements MessageSocket.Handler {

        final List<String> told = new CopyOnWriteArrayList<>();

        @Override
        public void received(Inbound message) {
            this.told.add(message.text());
        }

        @Override
        public void closed(int statusCode, String reason) {
            this.told.add("closed " + statusCode);
        }

        @Override
        public void failed(IOException cause) {
            this.told.add(String.valueOf(cause.getMessage()));
        }

    }

}
