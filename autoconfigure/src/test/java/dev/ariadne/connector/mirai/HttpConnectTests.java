package dev.ariadne.connector.mirai;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import dev.ariadne.concurrent.ManualScheduler;
import dev.ariadne.connector.ConnectFailedException;
import dev.ariadne.connector.ConnectFailedException.Retry;
import dev.ariadne.connector.ConnectRequest;
import dev.ariadne.connector.Connection;
import dev.ariadne.json.Json;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Attempts to open a session by HTTP.
 */
class HttpConnectTests {

    private final MiraiClient client = new MiraiClient();

    private final HttpPeer peer;

    HttpConnectTests() throws Exception {
        this.peer = new HttpPeer();
    }

    @AfterEach
    void close() {
        this.client.close();
        this.peer.close();
    }

    private CompletableFuture<Connection> connect() {
        return this.client.connectByHttp(this.peer.url());
    }

    private ConnectFailedException failure() {
        return this.client.failure(connect());
    }

    private static JsonNode line(String file, String name) {
        return Transcripts.lines(file).stream().filter((line) -> line.get("name").stringValue().equals(name))
                .findFirst().orElseThrow();
    }

    private static void answerAs(HttpPeer.Request request, JsonNode line) throws Exception {
        JsonNode response = line.get("response");
        request.answer(response.get("status").intValue(), response.get("body").stringValue());
    }

    @Test
    void whenConnectedThenTheSessionIsVerifiedBoundAndPolledAndNoUrlHasAKey() throws Exception {
        Connection connection = connect().get(10, TimeUnit.SECONDS);
        HttpPeer.Request verify = this.peer.next("/verify");
        assertThat(verify.method()).isEqualTo("POST");
        assertThat(verify.header("Content-Type")).isEqualTo("application/json; charset=utf-8");
        // A real server leaves the next request on a connection without an answer where HTTP/2 was offered.
        assertThat(verify.header("Upgrade")).isEmpty();
        assertThat(verify.json()).isEqualTo(Json.parse("{\"verifyKey\":\"KEY1234567\"}"));
        HttpPeer.Request bind = this.peer.next("/bind");
        assertThat(bind.json()).isEqualTo(Json.parse("{\"sessionKey\":\"k7CvQ4K2\",\"qq\":10001}"));
        HttpPeer.Request poll = this.peer.poll();
        assertThat(poll.method()).isEqualTo("GET");
        assertThat(poll.uri()).isEqualTo(URI.create("/fetchMessage?count=100"));
        assertThat(poll.header("sessionKey")).isEqualTo("k7CvQ4K2");
        assertThat(connection.toString()).doesNotContain("k7CvQ4K2", MiraiClient.KEY);
    }

    @Test
    void whenTheUrlHasAPrefixAndASlashThenPathsComeAfterThem() throws Exception {
        this.peer.answer("/mirai/verify", "{\"code\":0,\"session\":\"k7CvQ4K2\"}");
        this.peer.answer("/mirai/bind", HttpPeer.OK);
        this.client.connectByHttp(URI.create("ws://localhost:" + this.peer.port() + "/mirai/"))
                .get(10, TimeUnit.SECONDS);
        this.peer.next("/mirai/fetchMessage");
    }

    @ParameterizedTest
    @CsvSource({ "verify.wrong-key,NEVER,verify-key", "verify.missing-field,NEVER,verify-key",
        "verify.empty-body,NEVER,http-client.url", "verify.bad-json,NEVER,http-client.url",
        "verify.no-content-type,NEVER,http-client.url", "verify.text-plain,NEVER,http-client.url",
        "verify.form,NEVER,http-client.url", "verify.GET,NEVER,http-client.url",
        "unknown-path.POST,NEVER,http-client.url", "accept-xml,NEVER,http-client.url" })
    void whenVerifyingIsRefusedThenItIsSaidHowToMendItAndWhetherToRetry(String name, Retry retry, String key)
            throws Exception {
        this.peer.hold("/verify");
        CompletableFuture<Connection> attempt = connect();
        answerAs(this.peer.next("/verify"), line("01-http-auth.jsonl", name));
        ConnectFailedException failure = this.client.failure(attempt);
        assertThat(failure.getRetry()).isEqualTo(retry);
        assertThat(failure).hasMessageContaining("ariadne.accounts.alice.mirai." + key)
                .hasMessageNotContaining("websocket-client").hasMessageNotContaining(MiraiClient.KEY);
        assertThat(this.peer.count("/bind")).isZero();
        assertThat(this.client.scheduler.waiting()).isZero();
    }

    @ParameterizedTest
    @CsvSource({ "bind.unknown-qq,SLOWLY,no bot 10001", "bind.unknown-session,BACK_OFF,code 3",
        "bind.missing-qq,NEVER,code 400", "bind.missing-session,BACK_OFF,code 3", "unbound.release,BACK_OFF,code 4",
        "release.other-bots-qq,BACK_OFF,code 5" })
    void whenBindingIsRefusedThenItIsSaidWhyAndWhetherToRetry(String name, Retry retry, String words)
            throws Exception {
        this.peer.hold("/bind");
        CompletableFuture<Connection> attempt = connect();
        answerAs(this.peer.next("/bind"), line("01-http-auth.jsonl", name));
        ConnectFailedException failure = this.client.failure(attempt);
        assertThat(failure.getRetry()).isEqualTo(retry);
        assertThat(failure).hasMessageContaining(words);
        assertThat(this.client.scheduler.waiting()).isZero();
    }

    @ParameterizedTest
    @CsvSource({ "502,BACK_OFF", "503,BACK_OFF", "429,BACK_OFF", "301,NEVER", "403,NEVER" })
    void whenAProxyAnswersThenItsStatusTellsWhetherToRetry(int status, Retry retry) throws Exception {
        this.peer.hold("/verify");
        CompletableFuture<Connection> attempt = connect();
        this.peer.next("/verify").answer(status, "<html>");
        ConnectFailedException failure = this.client.failure(attempt);
        assertThat(failure.getRetry()).isEqualTo(retry);
        assertThat(failure).hasMessageContaining("HTTP " + status);
    }

    @ParameterizedTest
    @ValueSource(strings = { "<html>", "[]", "{}", "{\"code\":0}", "{\"code\":0,\"session\":\"a\\nb\"}", "" })
    void whenTheAnswerIsNotLikeThatOfTheServerThenItIsTriedAgainSlowly(String answer) throws Exception {
        this.peer.answer("/verify", answer);
        ConnectFailedException failure = failure();
        assertThat(failure.getRetry()).isEqualTo(Retry.SLOWLY);
        assertThat(failure).hasMessageContaining("not as mirai-api-http does", "http-client.url");
    }

    @Test
    void whenNobodyListensThenItIsTriedAgain() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        ConnectFailedException failure = this.client
                .failure(this.client.connectByHttp(URI.create("http://localhost:" + port)));
        assertThat(failure.getRetry()).isEqualTo(Retry.BACK_OFF);
        assertThat(failure).hasMessageContaining("cannot be reached");
    }

    @Test
    void whenTheHostIsUnknownThenThatIsSaid() {
        ConnectFailedException failure = this.client
                .failure(this.client.connectByHttp(URI.create("http://nobody.invalid:8080")));
        assertThat(failure.getRetry()).isEqualTo(Retry.BACK_OFF);
        assertThat(failure).hasMessageContaining("the host name is not known");
    }

    @Test
    void whenTheServerDoesNotSpeakHttpThenTheAddressIsWrong() throws Exception {
        try (RawServer server = new RawServer()) {
            CompletableFuture<Connection> attempt = this.client.connectByHttp(server.url());
            try (RawServer.Link link = server.link()) {
                link.head();
                link.write("SSH-2.0-OpenSSH_9.6\r\n");
                ConnectFailedException failure = this.client.failure(attempt);
                assertThat(failure.getRetry()).isEqualTo(Retry.NEVER);
                assertThat(failure).hasMessageContaining("does not speak HTTP", "http-client.url");
            }
        }
    }

    @Test
    void whenTheServerDoesNotAnswerThenTheAttemptEndsInTimeAndItsRequestToo() throws Exception {
        try (RawServer server = new RawServer()) {
            CompletableFuture<Connection> attempt = this.client.connectByHttp(server.url());
            try (RawServer.Link link = server.link()) {
                link.head();
                this.client.scheduler.advance(MiraiClient.TIMEOUT);
                ConnectFailedException failure = this.client.failure(attempt);
                assertThat(failure.getRetry()).isEqualTo(Retry.BACK_OFF);
                assertThat(failure).hasMessageContaining("no session within 10000 ms", "singleMode");
                assertThat(link.awaitEnd()).isTrue();
            }
        }
        assertThat(this.client.scheduler.waiting()).isZero();
    }

    @Test
    void whenCancelledWhileVerifyingThenTheRequestEnds() throws Exception {
        try (RawServer server = new RawServer()) {
            CompletableFuture<Connection> attempt = this.client.connectByHttp(server.url());
            try (RawServer.Link link = server.link()) {
                link.head();
                attempt.cancel(true);
                assertThat(link.awaitEnd()).isTrue();
            }
        }
        assertThat(this.client.scheduler.waiting()).isZero();
    }

    @Test
    void whenCancelledWhileBindingThenTheSessionIsReleasedOnceItIsBound() throws Exception {
        this.peer.hold("/bind");
        CompletableFuture<Connection> attempt = connect();
        HttpPeer.Request bind = this.peer.next("/bind");
        attempt.cancel(true);
        assertThat(this.peer.count("/release")).isZero();
        bind.answer(HttpPeer.OK);
        assertThat(this.peer.next("/release").json())
                .isEqualTo(Json.parse("{\"sessionKey\":\"k7CvQ4K2\",\"qq\":10001}"));
        assertThat(this.peer.count("/fetchMessage")).isZero();
        Awaitility.await().until(() -> this.client.scheduler.waiting() == 0);
    }

    @Test
    void whenTimedOutWhileBindingIsNotAnsweredThenTheSessionIsReleasedAllTheSame() throws Exception {
        this.peer.hold("/bind");
        CompletableFuture<Connection> attempt = connect();
        this.peer.next("/bind");
        this.client.scheduler.advance(MiraiClient.TIMEOUT);
        assertThat(this.client.failure(attempt)).hasMessageContaining("no session within");
        this.client.scheduler.advance(SessionReleases.LIMIT);
        this.peer.next("/release");
        Awaitility.await().until(() -> this.client.scheduler.waiting() == 0);
    }

    @Test
    void whenASessionCouldNotBeReleasedThenItIsBeforeTheNextOneIsBound() throws Exception {
        Connection connection = connect().get(10, TimeUnit.SECONDS);
        this.peer.next("/bind");
        this.peer.hold("/release");
        CompletableFuture<Void> closed = connection.close();
        this.peer.next("/release");
        this.client.scheduler.advance(SessionReleases.LIMIT);
        closed.get(10, TimeUnit.SECONDS);
        this.peer.answer("/verify", "{\"code\":0,\"session\":\"CInTA0oh\"}");
        CompletableFuture<Connection> attempt = connect();
        HttpPeer.Request release = this.peer.next("/release");
        assertThat(release.json().get("sessionKey").stringValue()).isEqualTo("k7CvQ4K2");
        assertThat(this.peer.count("/bind")).isZero();
        release.answer(Objects.requireNonNull(line("01-http-auth.jsonl", "release.again").get("response").get("body"))
                .stringValue());
        attempt.get(10, TimeUnit.SECONDS);
        assertThat(this.peer.next("/bind").json().get("sessionKey").stringValue()).isEqualTo("CInTA0oh");
        assertThat(this.peer.count("/release")).isZero();
    }

    /** The clock of a former launch is closed, so that no time limit ends what was begun by it. */
    private CompletableFuture<Connection> connectAfterRestart(ManualScheduler scheduler) {
        return this.client.connector.connect(new ConnectRequest(this.client.ariadne,
                new MiraiSettings(MiraiClient.KEY, null, new MiraiSettings.HttpClient(this.peer.url()), null, null),
                MiraiClient.TIMEOUT, MiraiClient.HEARTBEAT, scheduler, this.client.listener));
    }

    private static void passLimitOfRelease(ManualScheduler scheduler) {
        Awaitility.await().until(() -> scheduler.waiting() > 1);
        scheduler.advance(SessionReleases.LIMIT);
    }

    @Test
    void whenASessionOfAFormerLaunchCannotBeReleasedThenTheNextOneIsBoundInTime() throws Exception {
        Connection connection = connect().get(10, TimeUnit.SECONDS);
        this.peer.next("/bind");
        this.peer.hold("/release");
        CompletableFuture<Void> closed = connection.close();
        this.peer.next("/release");
        this.client.scheduler.advance(SessionReleases.LIMIT);
        closed.get(10, TimeUnit.SECONDS);
        ManualScheduler scheduler = new ManualScheduler();
        CompletableFuture<Connection> attempt = connectAfterRestart(scheduler);
        HttpPeer.Request release = this.peer.next("/release");
        assertThat(release.header("sessionKey")).isEqualTo("k7CvQ4K2");
        passLimitOfRelease(scheduler);
        attempt.get(10, TimeUnit.SECONDS);
    }

    @Test
    void whenAReleaseOfAFormerLaunchIsUnderWayThenItIsEndedInTimeAndMadeAgain() throws Exception {
        Connection connection = connect().get(10, TimeUnit.SECONDS);
        this.peer.hold("/release");
        CompletableFuture<Void> closed = connection.close();
        this.peer.next("/release");
        this.peer.answer("/verify", "{\"code\":0,\"session\":\"CInTA0oh\"}");
        ManualScheduler scheduler = new ManualScheduler();
        CompletableFuture<Connection> attempt = connectAfterRestart(scheduler);
        passLimitOfRelease(scheduler);
        HttpPeer.Request release = this.peer.next("/release");
        assertThat(release.json().get("sessionKey").stringValue()).isEqualTo("k7CvQ4K2");
        release.answer(HttpPeer.OK);
        attempt.get(10, TimeUnit.SECONDS);
        closed.get(10, TimeUnit.SECONDS);
    }

    @Test
    void whenTheServerIsInSingleModeThenVerifyingBinds() throws Exception {
        this.peer.answer("/verify", body("single.verify.right"));
        this.peer.answer("/bind", body("single.bind"));
        this.peer.answer("/sessionInfo", body("single.sessionInfo"));
        connect().get(10, TimeUnit.SECONDS);
        assertThat(this.peer.poll().header("sessionKey")).isEqualTo("SINGLE_SESSION");
    }

    @Test
    void whenTheServerIsInSingleModeForAnotherBotThenThatIsSaid() {
        this.peer.answer("/verify", body("single.verify.right"));
        this.peer.answer("/bind", body("single.bind"));
        this.peer.answer("/sessionInfo", body("single.sessionInfo").replace("10001", "10002"));
        ConnectFailedException failure = failure();
        assertThat(failure.getRetry()).isEqualTo(Retry.SLOWLY);
        assertThat(failure).hasMessageContaining("singleMode and serves bot 10002");
    }

    private static String body(String name) {
        return line("08-single.jsonl", name).get("response").get("body").stringValue();
    }

}
