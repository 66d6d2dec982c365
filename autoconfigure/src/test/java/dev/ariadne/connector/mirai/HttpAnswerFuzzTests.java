package dev.ariadne.connector.mirai;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.ariadne.Ariadne;
import dev.ariadne.CallFailedException;
import dev.ariadne.TestAriadne;
import dev.ariadne.call.CustomCall;
import dev.ariadne.concurrent.ManualScheduler;
import dev.ariadne.connector.ConnectFailedException;
import dev.ariadne.connector.ConnectRequest;
import dev.ariadne.connector.Connection;
import dev.ariadne.event.ReceivedEvent;
import dev.ariadne.json.Json;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever a server answers by HTTP, an attempt to connect succeeds or fails as one, a call succeeds or fails as one,
 * and only events are told.
 * <p>
 * An input has an answer on each line: a status and a blank if it is not 200, and the body; {@code #reset} for none.
 */
class HttpAnswerFuzzTests {

    private static final String OPENED = "{\"code\":0,\"session\":\"s\"}\n{\"code\":0,\"msg\":\"\"}\n";

    static Stream<byte[]> answers() {
        List<String> answers = FuzzSeeds.answers();
        String events = "{\"code\":0,\"data\":[" + String.join(",", FuzzSeeds.events().subList(18, 60)) + "]}";
        return Stream.concat(answers.stream().map((answer) -> OPENED + answer + "\n" + answer),
                Stream.of(OPENED + events, OPENED + "{\"data\":{}}\n" + events + "\n#reset\n#reset\n" + events,
                        "{\"code\":1,\"msg\":\"a\\nb\"}", "{\"code\":0,\"session\":\"a b\"}", "{\"code\":0}", "404 x", "#reset",
                        "{\"code\":0,\"session\":\"SINGLE_SESSION\"}\n{\"code\":6}\n{\"code\":0,\"data\":{\"qq\":{}}}",
                        "{\"code\":0,\"session\":\"SINGLE_SESSION\"}\n{\"code\":6}\n{\"data\":{\"qq\":{\"id\":10001}}}",
                        OPENED + "500 \n429 {}\n404 \n413 \n301 \n999 ", OPENED + "{\"code\":3}",
                        "{\"code\":0,\"session\":\"s\"}\n{\"code\":4}", OPENED + "[]\n\n\"\"\n{\"code\":1e999999999}"))
            .map(FuzzSeeds::bytes);
    }

    @MethodSource("answers")
    @FuzzTest
    void whenAServerAnswersAnythingThenAttemptsAndCallsSucceedOrFailAsSuch(byte[] input) {
        try (LogWatch log = new LogWatch()) {
            new Exchange(FuzzSeeds.text(input).lines().toList()).play();
            log.assertNoSurprise();
        }
    }

    private static final class Exchange {

        private final Ariadne alice = new TestAriadne("alice", 10001);

        private final RecordingListener listener = new RecordingListener();

        private final ManualScheduler scheduler = new ManualScheduler();

        private final AnsweringClient client;

        private final List<CompletableFuture<?>> calls = new ArrayList<>();

        Exchange(List<String> answers) {
            this.client = new AnsweringClient(answers);
        }

        void play() {
            CompletableFuture<Connection> attempt = connect();
            if (!attempt.isDone()) {
                this.scheduler.advance(Duration.ofSeconds(1));
            }
            attempt.handle((connection, failure) -> {
                if (connection != null) {
                    use(connection);
                }
                else {
                    assertThat(failure).isInstanceOf(ConnectFailedException.class);
                }
                return "";
            }).join();
            this.scheduler.advance(Duration.ofMinutes(1));
            assertThat(this.scheduler.waiting()).isZero();
        }

        private CompletableFuture<Connection> connect() {
            URI base = URI.create("http://127.0.0.1:1");
            HttpRequests requests = new HttpRequests(this.client, base, Runnable::run, Runnable::run);
            ConnectRequest request = new ConnectRequest(this.alice, new MiraiSettings("k", null,
                    new MiraiSettings.HttpClient(base), null, null), Duration.ofSeconds(1), Duration.ofSeconds(30),
                    this.scheduler, this.listener);
            return new HttpAttempt(request, requests, new ConnectFailures(this.alice, base, ConnectFailures.Link.HTTP),
                    new SessionReleases(), HttpConnection.Mode.EVENTS_AND_CALLS).start("k");
        }

        private void use(Connection connection) {
            boolean lost = false;
            for (int i = 0; !lost && (i == 0 || this.client.hasAnswers()); i++) {
                this.calls.add(connection.call(CustomCall.query("about", Map.of())));
                this.calls.add(((HttpConnection) connection).make(upload()));
                this.scheduler.advance(Duration.ofSeconds(2));
                lost = check();
            }
            connection.close();
            check();
            assertThat(this.calls).allMatch(CompletableFuture::isDone);
            int told = this.client.requests();
            this.scheduler.advance(Duration.ofMinutes(1));
            assertThat(this.client.requests()).isEqualTo(told);
            assertThat(this.listener.isQuiet()).isTrue();
        }

        private static Command<String> upload() {
            return Command.upload("uploadImage", Json.object().put("type", "friend"), List.of(),
                    (answer) -> answer.text("imageId"));
        }

        /** Returns whether the connection is lost. */
        private boolean check() {
            boolean lost = false;
            for (Object told : this.listener.rest()) {
                assertThat(lost).as(() -> "after the end: " + told).isFalse();
                assertThat(told).isInstanceOfAny(ReceivedEvent.class, RecordingListener.Other.class);
                lost = told instanceof RecordingListener.Other other && other.what().equals("lost");
            }
            for (CompletableFuture<?> call : this.calls) {
                if (call.isCompletedExceptionally()) {
                    assertThat(call.handle((answer, failure) -> failure).join())
                        .isInstanceOf(CallFailedException.class);
                }
            }
            return lost;
        }

    }

}
