package dev.ariadne.connector.mirai;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import dev.ariadne.LaunchStage;
import dev.ariadne.TestAriadne;
import dev.ariadne.call.Call;
import dev.ariadne.call.CustomCall;
import dev.ariadne.concurrent.ManualScheduler;
import dev.ariadne.connector.ConnectFailedException;
import dev.ariadne.connector.ConnectFailedException.Retry;
import dev.ariadne.connector.ConnectRequest;
import dev.ariadne.connector.Connection;
import dev.ariadne.event.UnknownEvent;
import dev.ariadne.event.bot.BotOfflineEventActive;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * A webhook beside an HTTP session that carries calls.
 */
class WebhookConnectionTests {

    private final TestAriadne alice = new TestAriadne("alice", 10001);

    private final RecordingListener listener = new RecordingListener();

    private final MiraiSettings.HttpServer link = new MiraiSettings.HttpServer("/hook", Map.of("k", "v"));

    private final WebhookEndpoint endpoint = new WebhookEndpoint(this.alice, this.link);

    private final CompletableFuture<Connection> session = new CompletableFuture<>();

    private final CompletableFuture<ConnectRequest> asked = new CompletableFuture<>();

    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    private final CompletableFuture<Connection> attempt = WebhookConnection.connect(request(this.listener),
            this.endpoint, Runnable::run, this::connectSession);

    private ConnectRequest request(RecordingListener listener) {
        return new ConnectRequest(this.alice, new MiraiSettings("k", null, null, null, this.link),
                Duration.ofSeconds(1), Duration.ofSeconds(1), new ManualScheduler(), listener);
    }

    private void connect(WebhookEndpoint endpoint, RecordingListener listener) {
        WebhookConnection.connect(request(listener), endpoint, Runnable::run,
                (request) -> CompletableFuture.completedFuture(new Session()));
    }

    private CompletableFuture<Connection> connectSession(ConnectRequest request) {
        this.asked.complete(request);
        return this.session;
    }

    private int post(String body) {
        return post(this.endpoint, body);
    }

    private static int post(WebhookEndpoint endpoint, String body) {
        return endpoint.receive(body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whenTheSessionIsThereThenEventsComeAndCallsGoByIt() throws Exception {
        assertThat(this.attempt).isNotDone();
        assertThat(post("{\"type\":\"Early\"}")).isEqualTo(204);
        assertThat(this.listener.isQuiet()).isTrue();
        this.session.complete(new Session());
        assertThat(post("{\"type\":\"Late\"}")).isEqualTo(204);
        assertThat(this.listener.next(UnknownEvent.class).name()).isEqualTo("Early");
        assertThat(this.listener.next(UnknownEvent.class).name()).isEqualTo("Late");
        assertThat(this.attempt.get().call(CustomCall.query("about", Map.of()))).isCancelled();
    }

    @Test
    void whenTheSessionIsRefusedThenTheAttemptIs() {
        ConnectFailedException refusal = new ConnectFailedException("wrong key", Retry.NEVER, null);
        this.session.completeExceptionally(refusal);
        assertThatThrownBy(this.attempt::get).isInstanceOf(ExecutionException.class).hasCause(refusal);
        assertThat(this.listener.isQuiet()).isTrue();
    }

    @Test
    void whenTheSessionIsLostThenEventsAreKeptForTheNextOne() throws Exception {
        this.session.complete(new Session());
        this.asked.get().listener().lost(new IOException("gone"));
        assertThat(this.listener.next(RecordingListener.Other.class).what()).isEqualTo("lost");
        for (int i = 0; i < 1000; i++) {
            assertThat(post("{\"type\":\"" + i + "\"}")).isEqualTo(204);
        }
        assertThat(post("{\"type\":\"one too many\"}")).isEqualTo(503);
        RecordingListener next = new RecordingListener();
        connect(this.endpoint, next);
        for (int i = 0; i < 1000; i++) {
            assertThat(next.next(UnknownEvent.class).name()).isEqualTo(Integer.toString(i));
        }
        assertThat(next.isQuiet()).isTrue();
    }

    @Test
    void whenEventsComeBeforeTheFirstAttemptThenTheyAreTold() throws Exception {
        WebhookEndpoint endpoint = new WebhookEndpoint(this.alice, this.link);
        assertThat(post(endpoint, "{\"type\":\"Early\"}")).isEqualTo(204);
        connect(endpoint, this.listener);
        assertThat(this.listener.next(UnknownEvent.class).name()).isEqualTo("Early");
    }

    @Test
    void whenTheLinkIsReplacedThenWhatComesMeanwhileIsToldByTheNextOne() throws Exception {
        this.session.complete(new Session());
        this.attempt.get().close();
        assertThat(post("{\"type\":\"Meanwhile\"}")).isEqualTo(204);
        RecordingListener next = new RecordingListener();
        connect(this.endpoint, next);
        assertThat(next.next(UnknownEvent.class).name()).isEqualTo("Meanwhile");
        assertThat(this.listener.isQuiet()).isTrue();
    }

    @Test
    void whenTheAccountIsStoppedBetweenTwoAttemptsThenNothingIsKeptAndWhatWasIsLostWithALine() throws Exception {
        this.session.complete(new Session());
        this.asked.get().listener().lost(new IOException("gone"));
        post("{\"type\":\"X\"}");
        post("{\"type\":\"Y\"}");
        this.alice.stage(LaunchStage.CLEANING);
        try (LogWatch log = new LogWatch()) {
            this.endpoint.stopped();
            assertThat(log.lines()).singleElement().asString().contains("alice", "2 event(s)", "stopped");
        }
        assertThat(post("{\"type\":\"Z\"}")).isEqualTo(503);
        this.alice.stage(LaunchStage.BLOCKING);
        RecordingListener next = new RecordingListener();
        connect(this.endpoint, next);
        assertThat(next.isQuiet()).isTrue();
    }

    @Test
    void whenWhatIsKeptGetsTooOldThenThatIsToldOnceAndTheRestIsKept() {
        List<Integer> lost = new ArrayList<>();
        HeldBodies held = new HeldBodies(lost::add);
        long minute = Duration.ofMinutes(1).toNanos();
        held.add(new byte[] { 1 }, 0);
        held.add(new byte[] { 2 }, 0);
        held.add(new byte[] { 3 }, minute);
        assertThat(lost).isEmpty();
        assertThat(held.take(2 * minute + 1)).containsExactly(new byte[] { 3 });
        assertThat(lost).containsExactly(2);
        assertThat(held.take(4 * minute)).isEmpty();
        assertThat(lost).containsExactly(2);
    }

    @Test
    void whenTheAttemptIsCancelledThenSoIsTheSessionAndWhatComesOfItYetIsClosed() {
        this.alice.stage(LaunchStage.CLEANING);
        this.attempt.cancel(true);
        assertThat(this.session).isCancelled();
        assertThat(post("{\"type\":\"X\"}")).isEqualTo(503);
    }

    @Test
    void whenTheBotLogsOutThenTheSessionIsToBeReplaced() throws Exception {
        this.session.complete(new Session());
        post("{\"type\":\"BotOfflineEventActive\",\"qq\":10001}");
        this.listener.next(BotOfflineEventActive.class);
        assertThat(this.listener.next(RecordingListener.Other.class).what()).isEqualTo("loggedOut");
    }

    @Test
    void whenItIsClosedThenTheSessionIsToo() throws Exception {
        this.session.complete(new Session());
        this.alice.stage(LaunchStage.CLEANING);
        CompletableFuture<Void> closing = this.attempt.get().close();
        assertThat(closing).isNotDone();
        this.closed.complete(null);
        assertThat(closing).isDone();
        assertThat(post("{\"type\":\"X\"}")).isEqualTo(503);
        assertThat(this.listener.isQuiet()).isTrue();
    }

    /** Cancels all calls. */
    private final class Session implements Connection {

        @Override
        public <R> CompletableFuture<R> call(Call<R> call) {
            CompletableFuture<R> answer = new CompletableFuture<>();
            answer.cancel(true);
            return answer;
        }

        @Override
        public void resume() {
            // Never paused.
        }

        @Override
        public CompletableFuture<Void> close() {
            return WebhookConnectionTests.this.closed;
        }

    }

}
