package dev.ariadne.connector.mirai;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import dev.ariadne.ConnectionLostException;
import dev.ariadne.SessionGoneException;
import dev.ariadne.call.MessageCall;
import dev.ariadne.connector.Connection;
import dev.ariadne.event.ReceivedEvent;
import dev.ariadne.event.UnknownEvent;
import dev.ariadne.event.message.FriendMessage;
import dev.ariadne.json.Json;
import dev.ariadne.message.MessageChain;
import dev.ariadne.message.MessageReceipt;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Events that are fetched by HTTP.
 */
class HttpPollingTests {

    private static final Duration TICK = Duration.ofMillis(1);

    private final MiraiClient client = new MiraiClient();

    private final HttpPeer peer = new HttpPeer();

    private final Connection connection;

    HttpPollingTests() throws Exception {
        this.connection = this.client.connectByHttp(this.peer.url()).get(10, TimeUnit.SECONDS);
    }

    @AfterEach
    void close() {
        this.client.close();
        this.peer.close();
    }

    private String nextText() throws InterruptedException {
        return this.client.listener.next(FriendMessage.class).message().text();
    }

    private RecordingListener.Other told() throws InterruptedException {
        return this.client.listener.next(RecordingListener.Other.class);
    }

    private void assertLost(String... words) throws InterruptedException {
        RecordingListener.Other told = told();
        assertThat(told.what()).isEqualTo("lost");
        assertThat(told.detail()).contains(words);
        Awaitility.await().until(() -> this.client.scheduler.waiting() == 0);
        assertThat(this.client.listener.isQuiet()).isTrue();
    }

    /** Waits until a rest has begun, and returns how long it is. */
    private Duration rest() {
        Awaitility.await().until(() -> this.client.scheduler.waiting() > 1
                && this.client.scheduler.untilNext().compareTo(MiraiClient.TIMEOUT) < 0);
        return this.client.scheduler.untilNext();
    }

    /** Lets rests pass until something has come of it. */
    private void pass(BooleanSupplier done) {
        Awaitility.await().until(() -> {
            if (this.client.scheduler.waiting() > 0
                    && this.client.scheduler.untilNext().compareTo(MiraiClient.TIMEOUT) < 0) {
                this.client.scheduler.advance(this.client.scheduler.untilNext());
            }
            return done.getAsBoolean();
        });
    }

    private static String[] numbers(int from, int count) {
        return IntStream.range(from, from + count).mapToObj(Integer::toString).toArray(String[]::new);
    }

    @Test
    void whenEventsHaveComeThenTheyAreToldInTheirOrder() throws Exception {
        this.peer.poll().answer(HttpPeer.messages("a", "b", "c"));
        assertThat(List.of(nextText(), nextText(), nextText())).containsExactly("a", "b", "c");
    }

    @Test
    void whenAnswersAreAtLeastHalfFullThenTheNextPollFollowsAtOnce() throws Exception {
        this.peer.poll().answer(HttpPeer.messages(numbers(0, 99)));
        this.peer.poll().answer(HttpPeer.messages(numbers(99, 50)));
        this.peer.poll();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 149; i++) {
            texts.add(nextText());
        }
        assertThat(texts).containsExactly(numbers(0, 149));
    }

    @Test
    void whenTheQueueOfTheServerWasFullThenTheOneEventThatIsLeftIsFetchedAtOnceAndALossIsFeared() throws Exception {
        this.peer.poll().answer(HttpPeer.messages(numbers(0, 100)));
        this.peer.poll().answer(HttpPeer.messages("100"));
        assertThat(rest()).isEqualTo(Rest.AFTER_SOME);
        assertThat(told().what()).isEqualTo("missed");
        for (int i = 0; i <= 100; i++) {
            nextText();
        }
        assertThat(this.client.listener.isQuiet()).isTrue();
    }

    @Test
    void whenTheQueueOfTheServerIsFullAgainAndAgainThenThatIsToldOnceUntilItWasEmpty() {
        Rest rest = new Rest();
        List<Integer> told = new ArrayList<>();
        int[] answers = { 99, 100, 1, 100, 37, 100, 0, 99, 100, 100, 0, 0 };
        for (int i = 0; i < answers.length; i++) {
            if (rest.isFirstOverflow(answers[i])) {
                told.add(i);
            }
        }
        assertThat(told).containsExactly(1, 8);
    }

    @Test
    void whenAnswersAreEmptyThenTheRestsGrowUntilAnEventComes() throws Exception {
        for (int millis : new int[] { 50, 100, 200, 200 }) {
            this.peer.poll().answer(HttpPeer.NONE);
            assertThat(rest()).isEqualTo(Duration.ofMillis(millis));
            assertThat(this.peer.count("/fetchMessage")).isZero();
            this.client.scheduler.advance(rest());
        }
        this.peer.poll().answer(HttpPeer.messages("a"));
        assertThat(rest()).isEqualTo(Rest.AFTER_SOME);
        this.client.scheduler.advance(rest());
        this.peer.poll().answer(HttpPeer.NONE);
        assertThat(rest()).isEqualTo(Duration.ofMillis(50));
    }

    @Test
    void whenAPollIsUnderWayThenThereIsNoSecondOne() throws Exception {
        HttpPeer.Request poll = this.peer.poll();
        this.connection.resume();
        this.client.scheduler.advance(Duration.ofSeconds(1));
        poll.answer(HttpPeer.messages("a"));
        nextText();
        this.connection.resume();
        rest();
        assertThat(this.peer.count("/fetchMessage")).isZero();
    }

    @Test
    void whenTheListenerHasNoCapacityThenNothingIsToldNorFetchedUntilItHas() throws Exception {
        HttpPeer.Request poll = this.peer.poll();
        this.client.listener.hasCapacity(false);
        poll.answer(HttpPeer.messages(numbers(0, 99)));
        this.client.scheduler.advance(MiraiClient.HEARTBEAT.minus(TICK));
        Awaitility.await().during(Duration.ofMillis(100)).until(() -> this.client.listener.isQuiet()
                && this.peer.count("/fetchMessage") == 0);
        this.client.listener.hasCapacity(true);
        this.connection.resume();
        assertThat(nextText()).isEqualTo("0");
        this.peer.poll();
    }

    @Test
    void whenPollingIsPausedThenAHeartbeatKeepsWatchOverTheSession() throws Exception {
        HttpPeer.Request poll = this.peer.poll();
        this.client.listener.hasCapacity(false);
        poll.answer(HttpPeer.messages("a"));
        Awaitility.await().until(() -> this.client.listener.refusals() > 0);
        this.client.scheduler.advance(MiraiClient.HEARTBEAT);
        HttpPeer.Request beat = this.peer.next("/sessionInfo");
        assertThat(beat.header("sessionKey")).isEqualTo(HttpPeer.SESSION);
        beat.answer("{\"code\":3,\"msg\":\"gone\"}");
        assertThat(nextText()).isEqualTo("a");
        assertLost("session is gone");
    }

    @Test
    void whenPollsAreAnsweredAlthoughTheSessionIsGoneThenAHeartbeatFindsThatOut() throws Exception {
        JsonNode line = Transcripts.lines("08-single-extra.jsonl").stream()
                .filter((each) -> each.get("name").asString().equals("single.http-session-after-a-ws-closed"))
                .findFirst().orElseThrow();
        this.peer.poll().answer(line.get("fetch").stringValue());
        rest();
        this.client.scheduler.advance(MiraiClient.HEARTBEAT);
        this.peer.next("/sessionInfo").answer(line.get("sessionInfo").stringValue());
        assertLost("the session is gone", "code 4");
    }

    @Test
    void whenCallsAreMadeWhilePollingIsPausedThenTheyAreAnswered() throws Exception {
        HttpPeer.Request poll = this.peer.poll();
        this.client.listener.hasCapacity(false);
        poll.answer(HttpPeer.messages("a"));
        Awaitility.await().until(() -> this.client.listener.refusals() > 0);
        CompletableFuture<MessageReceipt> call = hi();
        this.peer.next("/sendFriendMessage").answer("{\"code\":0,\"msg\":\"success\",\"messageId\":6}");
        assertThat(call.get(10, TimeUnit.SECONDS)).isEqualTo(new MessageReceipt(20001, 6));
    }

    private CompletableFuture<MessageReceipt> hi() {
        return this.connection.call(new MessageCall.SendFriendMessage(20001, MessageChain.of("hi")));
    }

    @Test
    void whenAnEventIsMalformedThenItIsReportedAndTheOthersAreTold() throws Exception {
        this.peer.poll().answer(HttpPeer.messages("a", "b").replace("[{\"type\":\"FriendMessage\"",
                "[{\"type\":7},3,null,{\"type\":\"FriendMessage\",\"sender\":{}},{\"type\":\"FriendMessage\""));
        for (int i = 0; i < 4; i++) {
            assertThat(told().what()).isEqualTo("rejected");
        }
        assertThat(nextText()).isEqualTo("a");
        assertThat(nextText()).isEqualTo("b");
    }

    @Test
    void whenTheListenerThrowsThenTheNextEventIsTold() throws Exception {
        this.client.listener.throwOnce(() -> {
            throw new NoClassDefFoundError("a bug");
        });
        this.peer.poll().answer(HttpPeer.messages("a", "b"));
        assertThat(nextText()).isEqualTo("b");
    }

    @Test
    void whenTheBotSaysThatItIsOfflineThenThatIsTold() throws Exception {
        this.peer.poll().answer("{\"code\":0,\"msg\":\"\",\"data\":["
                + "{\"type\":\"BotOfflineEventDropped\",\"qq\":10001}]}");
        this.client.listener.next(ReceivedEvent.class);
        assertThat(told()).isEqualTo(new RecordingListener.Other("loggedOut", "the bot's login was dropped"));
    }

    @Test
    void whenEventsAreAsARealServerSendsThemThenAllAreTold() throws Exception {
        for (JsonNode line : Transcripts.lines("02-http-commands.jsonl")) {
            String name = line.get("name").stringValue();
            String body = line.path("response").path("body").asString("");
            if (name.startsWith("fetchMessage") && body.contains("\"data\":[{")) {
                this.peer.poll().answer(body);
                List<String> types = new ArrayList<>();
                Json.parse(body).get("data").forEach((event) -> types.add(event.get("type").asString()));
                for (String type : types) {
                    ReceivedEvent event = this.client.listener.next(ReceivedEvent.class);
                    assertThat((event instanceof UnknownEvent unknown) ? unknown.name()
                            : event.getClass().getSimpleName()).isEqualTo(type);
                }
                this.client.scheduler.advance(rest());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({ "3,Session失效或不存在", "4,Session未认证" })
    void whenTheSessionIsGoneThenTheLinkIsLostAtOnceAndNothingIsReleased(int code, String message) throws Exception {
        CompletableFuture<MessageReceipt> call = hi();
        this.peer.next("/sendFriendMessage");
        this.peer.poll().answer("{\"code\":" + code + ",\"msg\":\"" + message + "\"}");
        assertLost("the session is gone", "code " + code, message);
        assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> call.get(10, TimeUnit.SECONDS))
                .withCauseInstanceOf(ConnectionLostException.class).withMessageContaining("session is gone");
        this.connection.close().get(10, TimeUnit.SECONDS);
        assertThat(this.peer.count("/release")).isZero();
    }

    @Test
    void whenACallIsAnsweredThatTheSessionIsGoneThenTheLinkIsLost() throws Exception {
        CompletableFuture<MessageReceipt> call = hi();
        this.peer.next("/sendFriendMessage").answer("{\"code\":3,\"msg\":\"Session失效或不存在\"}");
        assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> call.get(10, TimeUnit.SECONDS))
                .withCauseInstanceOf(SessionGoneException.class);
        assertLost("the session is gone");
    }

    @ParameterizedTest
    @ValueSource(strings = { "<html>", "[]", "{\"code\":0,\"msg\":\"\"}", "{\"code\":\"x\"}", "", "\"" })
    void whenABodyIsMalformedThenItIsReportedAndTheLinkEndsOnlyIfThatRepeats(String body) throws Exception {
        for (int millis : new int[] { 500, 1000 }) {
            this.peer.poll().answer(body);
            assertThat(told().what()).isEqualTo("rejected");
            assertThat(rest()).isEqualTo(Duration.ofMillis(millis));
            this.client.scheduler.advance(rest());
        }
        this.peer.poll().answer(body);
        assertThat(told().what()).isEqualTo("rejected");
        assertLost("events cannot be fetched");
    }

    @Test
    void whenAPollSucceedsThenFormerFailuresAreForgotten() throws Exception {
        for (int i = 0; i < 4; i++) {
            failAndSucceed();
        }
        assertThat(told().what()).isEqualTo("missed");
        assertThat(this.client.listener.isQuiet()).isTrue();
    }

    private void failAndSucceed() throws Exception {
        this.peer.poll().answer(502, "");
        assertThat(rest()).isEqualTo(Duration.ofMillis(500));
        this.client.scheduler.advance(rest());
        this.peer.poll().answer(HttpPeer.NONE);
        this.client.scheduler.advance(rest());
    }

    @Test
    void whenPollsFailAgainAndAgainThenALossIsFearedOnceAMinute() throws Exception {
        for (int i = 0; i < 8; i++) {
            HttpPeer.Request poll = this.peer.poll();
            this.client.scheduler.advance(Duration.ofSeconds(10));
            poll.answer(502, "");
            pass(() -> this.peer.count("/fetchMessage") > 0);
            this.peer.poll().answer(HttpPeer.NONE);
            pass(() -> this.peer.count("/fetchMessage") > 0);
        }
        assertThat(told().what()).isEqualTo("missed");
        assertThat(told().what()).isEqualTo("missed");
        assertThat(this.client.listener.isQuiet()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = { 500, 502, 503, 504 })
    void whenTheAnswerToAPollIsLostBehindAProxyThenALossIsFearedAndTheLinkLives(int status) throws Exception {
        this.peer.poll().answer(status, "");
        assertThat(told()).isEqualTo(new RecordingListener.Other("missed", "a poll has failed (answered HTTP " + status
                + "), and the events that the server may have given for it are lost"));
        this.client.scheduler.advance(rest());
        this.peer.poll().answer(HttpPeer.messages("a"));
        assertThat(nextText()).isEqualTo("a");
    }

    @Test
    void whenTheAnswerToAPollEndsInTheMiddleThenALossIsFearedAndTheLinkLives() throws Exception {
        HttpPeer.Request poll = this.peer.poll();
        poll.exchange().sendResponseHeaders(200, 1000);
        poll.exchange().getResponseBody().write('{');
        // Else nothing may be sent, and the client makes the request again by itself.
        poll.exchange().getResponseBody().flush();
        poll.exchange().close();
        RecordingListener.Other told = told();
        assertThat(told.what()).isEqualTo("missed");
        assertThat(told.detail()).startsWith("a poll has failed (");
        this.client.scheduler.advance(rest());
        this.peer.poll().answer(HttpPeer.messages("a"));
        assertThat(nextText()).isEqualTo("a");
    }

    @ParameterizedTest
    @ValueSource(ints = { 302, 401, 404, 429 })
    void whenAPollHasNotComeToTheServerThenNoLossIsFearedAndTheLinkLives(int status) throws Exception {
        this.peer.poll().answer(status, "");
        this.client.scheduler.advance(rest());
        this.peer.poll().answer(HttpPeer.messages("a"));
        assertThat(nextText()).isEqualTo("a");
    }

    @Test
    void whenTheServerGivesNoEventsThenTheLinkIsLostAndReleased() throws Exception {
        for (int i = 0; i < 2; i++) {
            this.peer.poll().answer("{\"code\":500,\"msg\":\"Not a http session\"}");
            this.client.scheduler.advance(rest());
        }
        this.peer.poll().answer("{\"code\":500,\"msg\":\"Not a http session\"}");
        this.peer.next("/release");
        assertLost("Not a http session");
    }

    @Test
    void whenTheServerIsKilledThenTheLinkIsLostAsSoonAsNobodyListensThere() throws Exception {
        CompletableFuture<MessageReceipt> call = hi();
        this.peer.next("/sendFriendMessage");
        this.peer.poll();
        this.peer.close();
        assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> call.get(10, TimeUnit.SECONDS))
                .withCauseInstanceOf(ConnectionLostException.class);
        // Where the JDK does not make the poll again by itself, a loss is feared first.
        List<Object> told = new ArrayList<>();
        pass(() -> {
            told.addAll(this.client.listener.rest());
            return told.toString().contains("what=lost");
        });
        assertThat(told.get(told.size() - 1).toString()).contains("what=lost", "the server cannot be reached");
    }

    @Test
    void whenTheServerNeverAnswersThenTheLinkIsLostAfterTwoHeartbeats() throws Exception {
        CompletableFuture<MessageReceipt> call = hi();
        this.peer.hold("/release");
        this.peer.next("/sendFriendMessage");
        this.peer.poll();
        this.client.scheduler.advance(MiraiClient.HEARTBEAT);
        assertThat(rest()).isEqualTo(Duration.ofMillis(500));
        assertThat(told().detail()).contains("no answer to fetchMessage within 30000 ms");
        this.client.scheduler.advance(rest());
        this.peer.poll();
        this.client.scheduler.advance(MiraiClient.HEARTBEAT);
        assertThat(rest()).isEqualTo(Duration.ofSeconds(1));
        assertThat(this.client.listener.isQuiet()).isTrue();
        this.client.scheduler.advance(MiraiClient.HEARTBEAT);
        assertThat(told().detail()).isEqualTo("no answer to two heartbeats");
        assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> call.get(10, TimeUnit.SECONDS))
                .withCauseInstanceOf(ConnectionLostException.class);
    }

    @Test
    void whenTheConnectionIsResetThenThePollIsMadeAgain() throws Exception {
        this.peer.poll().exchange().close();
        // The JDK makes it again by itself if it had used the connection before; else a loss is feared first.
        pass(() -> this.peer.count("/fetchMessage") > 0);
        this.peer.poll().answer(HttpPeer.messages("a"));
        Awaitility.await().until(() -> this.client.listener.rest().stream().anyMatch(
                (told) -> told instanceof FriendMessage event && event.message().text().equals("a")));
    }

    @Test
    void whenClosedWhileAPollIsUnderWayThenTheSessionIsReleasedAndNothingIsTold() throws Exception {
        HttpPeer.Request poll = this.peer.poll();
        CompletableFuture<MessageReceipt> call = hi();
        this.connection.close().get(10, TimeUnit.SECONDS);
        HttpPeer.Request release = this.peer.next("/release");
        assertThat(release.header("Content-Type")).isEqualTo("application/json; charset=utf-8");
        assertThat(release.json())
                .isEqualTo(Json.parse("{\"sessionKey\":\"k7CvQ4K2\",\"qq\":10001}"));
        assertThat(call).isCompletedExceptionally();
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> {
            // The connection has been ended, which shows when enough is written to it.
            poll.answer(HttpPeer.messages(numbers(0, 100_000)));
        });
        assertThat(this.client.listener.isQuiet()).isTrue();
        assertThat(this.client.scheduler.waiting()).isZero();
    }

    @Test
    void whenClosedAndTheServerDoesNotAnswerThenItIsDownAfterTwoSeconds() throws Exception {
        this.peer.hold("/release");
        CompletableFuture<Void> closed = this.connection.close();
        this.peer.next("/release");
        this.client.scheduler.advance(SessionReleases.LIMIT.minus(TICK));
        assertThat(closed).isNotDone();
        this.client.scheduler.advance(TICK);
        closed.get(10, TimeUnit.SECONDS);
        this.connection.close().get(10, TimeUnit.SECONDS);
        assertThat(this.peer.count("/release")).isZero();
        assertThat(this.client.listener.isQuiet()).isTrue();
    }

    @Test
    void whenClosedThenCallsFail() throws Exception {
        this.connection.close().get(10, TimeUnit.SECONDS);
        assertThat(hi()).isCompletedExceptionally();
    }

}
