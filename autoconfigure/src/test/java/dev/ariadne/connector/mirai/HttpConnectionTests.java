package dev.ariadne.connector.mirai;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;

import dev.ariadne.AccountOfflineException;
import dev.ariadne.call.CustomCall;
import dev.ariadne.connector.ConnectRequest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Sessions made by HTTP whose server cannot be reached any more.
 */
class HttpConnectionTests {

    private static final URI UNKNOWN = URI.create("http://nobody.invalid:8080");

    private final MiraiClient client = new MiraiClient();

    @AfterEach
    void close() {
        this.client.close();
    }

    private HttpConnection connected(URI base, HttpConnection.Mode mode) {
        HttpRequests requests = new HttpRequests(HttpClient.newHttpClient(), base, ForkJoinPool.commonPool(),
                ForkJoinPool.commonPool());
        ConnectRequest request = new ConnectRequest(this.client.ariadne,
                new MiraiSettings(MiraiClient.KEY, null, new MiraiSettings.HttpClient(base), null, null),
                MiraiClient.TIMEOUT, MiraiClient.HEARTBEAT, this.client.scheduler, this.client.listener);
        HttpConnection connection = new HttpConnection(request,
                new HttpSession(requests, HttpPeer.SESSION, this.client.scheduler), new SessionReleases(), mode);
        connection.start();
        return connection;
    }

    /** Waits until a poll has failed, and returns how long it is until the next one or a heartbeat. */
    private Duration rest() {
        Awaitility.await().pollInterval(Duration.ofMillis(2)).until(() -> this.client.scheduler.untilNext()
                .compareTo(Rest.AFTER_FAILURE.multipliedBy(2)) <= 0);
        return this.client.scheduler.untilNext();
    }

    private RecordingListener.Other told() throws InterruptedException {
        return this.client.listener.next(RecordingListener.Other.class);
    }

    @Test
    void whenTheHostNameCannotBeLookedUpThenPollingGoesOnUntilTwoHeartbeatsHadNoAnswer() throws Exception {
        connected(UNKNOWN, HttpConnection.Mode.EVENTS_AND_CALLS);
        for (int millis : new int[] { 500, 1000, 1000, 1000 }) {
            assertThat(rest()).isEqualTo(Duration.ofMillis(millis));
            this.client.scheduler.advance(Duration.ofMillis(millis));
        }
        while (this.client.scheduler.nanoTime() < MiraiClient.HEARTBEAT.multipliedBy(3).toNanos()) {
            assertThat(this.client.listener.isQuiet()).isTrue();
            this.client.scheduler.advance(rest());
        }
        assertThat(told()).isEqualTo(new RecordingListener.Other("lost", "no answer to two heartbeats"));
    }

    @Test
    void whenTheHostNameCannotBeLookedUpThenACallFailsAndTheLinkLives() {
        HttpConnection connection = connected(UNKNOWN, HttpConnection.Mode.CALLS);
        CompletableFuture<JsonNode> call = connection.call(CustomCall.query("about", Map.of()));
        assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> call.get(10, TimeUnit.SECONDS))
                .withCauseInstanceOf(AccountOfflineException.class)
                .withMessageContaining("the host name is not known");
        Awaitility.await().during(Duration.ofMillis(100)).until(this.client.listener::isQuiet);
    }

    @Test
    void whenNobodyListensThenTheLinkIsLostAtOnceAndNoLossOfEventsIsFeared() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        connected(URI.create("http://localhost:" + port), HttpConnection.Mode.EVENTS_AND_CALLS);
        RecordingListener.Other told = told();
        assertThat(told.what()).isEqualTo("lost");
        assertThat(told.detail()).contains("the server cannot be reached");
    }

}
