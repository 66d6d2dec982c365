package dev.ariadne.autoconfigure.endpoint;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import dev.ariadne.AccountSettings;
import dev.ariadne.AccountStatus;
import dev.ariadne.Accounts;
import dev.ariadne.connector.sandbox.SandboxSettings;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest(classes = EndpointApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = { "management.endpoints.web.exposure.include=*", "management.endpoint.health.show-details=always",
                "management.endpoint.health.probes.enabled=true", "ariadne.default-account=alice",
                "ariadne.accounts.alice.id=10001", "ariadne.accounts.alice.connector=sandbox",
                "ariadne.accounts.bob.id=10002", "ariadne.accounts.bob.connector=sandbox",
                "ariadne.accounts.carol.id=10003", "ariadne.accounts.carol.mirai.verify-key=" + AriadneEndpointTests.SECRET,
                "ariadne.accounts.carol.mirai.websocket-client.url=http://127.0.0.1:9",
                "ariadne.background.restart.initial-delay=1ms", "ariadne.background.restart.max-delay=1ms",
                "ariadne.background.restart.max-restarts=2" })
// An account of it tries to connect, and logs that, as long as it lives.
@DirtiesContext
class AriadneEndpointTests {

    static final String SECRET = "verify-key-that-nobody-may-see";

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @BeforeEach
    void settle() {
        awaitStatus("alice", AccountStatus.ONLINE);
        awaitStatus("bob", AccountStatus.ONLINE);
        awaitJson("/ariadne/bob", (json) -> json.read("$.tasks['flaky.poll'].state").equals("PARKED"));
        awaitJson("/ariadne/alice", (json) -> json.read("$.tasks['ticker.tick'].state").equals("RUNNING"));
        awaitJson("/ariadne", (json) -> json.read("$.tasks.heartbeat.state").equals("RUNNING"));
        awaitJson("/ariadne/carol", (json) -> json.read("$.lastFailure") != null);
    }

    @Test
    void whenTheApplicationIsReadThenItIsToldAsTheContractSays() {
        DocumentContext json = json("/ariadne");
        assertThat(json.<String>read("$.stage")).isEqualTo("BLOCKING");
        assertThat(json.<String>read("$.defaultAccount")).isEqualTo("alice");
        assertThat(json.<Set<String>>read("$.accounts.keys()")).containsExactly("alice", "bob", "carol");
        assertThat(json.<String>read("$.tasks.heartbeat.scope")).isEqualTo("APPLICATION");
        assertThat(json.<Set<String>>read("$.accounts.alice.tasks.keys()")).containsExactly("ticker.tick");
        assertThat(json.<Set<String>>read("$.accounts.alice.keys()")).containsExactly("id", "connector", "status",
                "since", "connectAttempts", "lastFailure", "tasks");
        assertThat(json.<Integer>read("$.accounts.alice.id")).isEqualTo(10001);
        assertThat(json.<String>read("$.accounts.alice.connector")).isEqualTo("sandbox");
        assertThat(json.<Integer>read("$.accounts.alice.connectAttempts")).isEqualTo(1);
        assertThat(json.<Object>read("$.accounts.alice.lastFailure")).isNull();
        assertThat(Instant.parse(json.read("$.accounts.alice.since"))).isBefore(Instant.now());
    }

    @Test
    void whenATaskHasFailedThenItsFailureIsTold() {
        DocumentContext json = json("/ariadne/bob/flaky.poll");
        assertThat(json.<Set<String>>read("$.keys()")).containsExactly("scope", "state", "since", "runs", "failures",
                "restarts", "lastFailure", "nextRunAt");
        assertThat(json.<Integer>read("$.runs")).isEqualTo(3);
        assertThat(json.<Integer>read("$.failures")).isEqualTo(3);
        assertThat(json.<Integer>read("$.restarts")).isEqualTo(2);
        assertThat(json.<String>read("$.lastFailure.type")).isEqualTo(IOException.class.getName());
        assertThat(json.<String>read("$.lastFailure.message")).isEqualTo("the feed is gone");
        assertThat(Instant.parse(json.read("$.lastFailure.at"))).isBefore(Instant.now());
        assertThat(json.<Object>read("$.nextRunAt")).isNull();
    }

    @Test
    void whenAnAccountWasNeverOnlineThenItsReasonAndItsWaitingTasksAreTold() {
        DocumentContext json = json("/ariadne/carol");
        assertThat(json.<String>read("$.connector")).isEqualTo("mirai");
        assertThat(json.<String>read("$.lastFailure.message")).contains("127.0.0.1:9");
        assertThat(json.<String>read("$.lastFailure.at")).isNotNull();
        assertThat(json.<String>read("$.tasks['ticker.tick'].state")).isEqualTo("WAITING");
        assertThat(json.<Object>read("$.tasks['ticker.tick'].since")).isNull();
    }

    @Test
    void whenATaskIsPausedAndResumedThenTheAnswersTellItAndTwiceIsAsGoodAsOnce() {
        String task = "/ariadne/alice/ticker.tick";
        assertThat(state(post(task, "pause"))).isEqualTo("PAUSED");
        assertThat(state(post(task, "pause"))).isEqualTo("PAUSED");
        assertThat(json("/ariadne/bob").<String>read("$.tasks['ticker.tick'].state")).isEqualTo("RUNNING");
        assertThat(state(post(task, "resume"))).isIn("WAITING", "RUNNING");
        assertThat(state(post(task, "resume"))).isIn("WAITING", "RUNNING");
        awaitJson(task, (json) -> json.read("$.state").equals("RUNNING"));
    }

    @Test
    void whenATaskIsRestartedThenItRunsAnew() {
        int before = json("/ariadne/alice/ticker.tick").read("$.runs");
        assertThat(state(post("/ariadne/alice/ticker.tick", "restart"))).isIn("WAITING", "RUNNING");
        awaitJson("/ariadne/alice/ticker.tick", (json) -> json.<Integer>read("$.runs") == before + 1
                && json.read("$.state").equals("RUNNING"));
    }

    @Test
    void whenATaskOfTheApplicationIsSteeredThenUnderTheDefaultAccount() {
        assertThat(state(post("/ariadne/alice/heartbeat", "pause"))).isEqualTo("PAUSED");
        assertThat(json("/ariadne").<String>read("$.tasks.heartbeat.state")).isEqualTo("PAUSED");
        assertThat(state(post("/ariadne/alice/heartbeat", "resume"))).isIn("WAITING", "RUNNING");
        assertThat(post("/ariadne/bob/heartbeat", "pause").statusCode()).isEqualTo(404);
    }

    @Test
    void whenAnAccountIsStoppedAndStartedThenTheAnswersTellIt() {
        HttpResponse<String> stopped = post("/ariadne/bob", "stop");
        assertThat(stopped.statusCode()).isEqualTo(200);
        assertThat(JsonPath.<String>read(stopped.body(), "$.status")).isEqualTo("STOPPED");
        assertThat(JsonPath.<String>read(stopped.body(), "$.tasks['ticker.tick'].state")).isEqualTo("CANCELLED");
        assertThat(JsonPath.<String>read(post("/ariadne/bob", "stop").body(), "$.status")).isEqualTo("STOPPED");
        assertThat(JsonPath.<String>read(post("/ariadne/bob", "start").body(), "$.status"))
            .isIn("CONNECTING", "ONLINE");
        awaitStatus("bob", AccountStatus.ONLINE);
        assertThat(JsonPath.<String>read(post("/ariadne/bob", "start").body(), "$.status")).isEqualTo("ONLINE");
    }

    @Test
    void whenANameIsNotKnownThenItIsNotFound() {
        assertThat(get("/ariadne/nobody").statusCode()).isEqualTo(404);
        assertThat(get("/ariadne/alice/nothing").statusCode()).isEqualTo(404);
        assertThat(post("/ariadne/nobody", "stop").statusCode()).isEqualTo(404);
        assertThat(post("/ariadne/nobody/ticker.tick", "pause").statusCode()).isEqualTo(404);
        assertThat(post("/ariadne/alice/nothing", "pause").statusCode()).isEqualTo(404);
        assertThat(post("/ariadne/alice/flaky.poll", "pause").statusCode()).isEqualTo(404);
    }

    @Test
    void whenAnActionIsNotKnownThenTheKnownOnesAreNamed() {
        HttpResponse<String> account = post("/ariadne/alice", "pause");
        assertThat(account.statusCode()).isEqualTo(400);
        assertThat(account.body()).contains("start, stop");
        HttpResponse<String> task = post("/ariadne/alice/ticker.tick", "explode");
        assertThat(task.statusCode()).isEqualTo(400);
        assertThat(task.body()).contains("pause, resume, restart").doesNotContain("explode");
        assertThat(send("/ariadne/alice", "{}").statusCode()).isEqualTo(400);
    }

    @Test
    void whenAnAccountComesAndGoesThenHealthFollows() {
        this.accounts.add("dave", AccountSettings.of(10004, new SandboxSettings()));
        awaitJson("/health", (json) -> json.read("$.components.ariadne.components.dave.status").equals("UP"));
        post("/ariadne/dave", "stop");
        DocumentContext stopped = json("/health");
        assertThat(stopped.<String>read("$.components.ariadne.components.dave.status")).isEqualTo("UP");
        assertThat(stopped.<String>read("$.components.ariadne.components.dave.details.reason")).contains("on purpose");
        this.accounts.remove("dave");
        assertThat(json("/health").<Set<String>>read("$.components.ariadne.components.keys()")).doesNotContain("dave");
    }

    @Test
    void whenAnAccountIsNamedInChineseThenItIsFoundByThatNameEverywhere(@Autowired MeterRegistry registry) {
        this.accounts.add("小明", AccountSettings.of(10005, new SandboxSettings()));
        String path = "/ariadne/%E5%B0%8F%E6%98%8E";
        awaitJson(path, (json) -> json.read("$.status").equals("ONLINE"));
        assertThat(json("/ariadne").<String>read("$.accounts['小明'].status")).isEqualTo("ONLINE");
        assertThat(json("/health").<String>read("$.components.ariadne.components['小明'].status")).isEqualTo("UP");
        assertThat(json(path + "/ticker.tick").<String>read("$.scope")).isEqualTo("ACCOUNT");
        assertThat(registry.get("ariadne.connects").tag("account", "小明").counter().count()).isEqualTo(1);
        assertThat(JsonPath.<String>read(post(path, "stop").body(), "$.status")).isEqualTo("STOPPED");
        this.accounts.remove("小明");
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void whenSomethingIsWrongThenHealthIsDownAndSaysWhy() {
        DocumentContext json = json("/health");
        assertThat(json.<String>read("$.components.ariadne.components.alice.status")).isEqualTo("UP");
        assertThat(json.<String>read("$.components.ariadne.components.bob.status")).isEqualTo("DOWN");
        assertThat(json.<List<String>>read("$.components.ariadne.components.bob.details.parkedTasks"))
            .containsExactly("flaky.poll");
        assertThat(json.<String>read("$.components.ariadne.components.carol.status")).isEqualTo("DOWN");
        assertThat(json.<String>read("$.components.ariadne.components.carol.details.reason")).contains("127.0.0.1:9");
        assertThat(get("/health").statusCode()).isEqualTo(503);
    }

    @Test
    void whenAccountsAreDownThenLivenessAndReadinessAreNot() {
        assertThat(get("/health/liveness").statusCode()).isEqualTo(200);
        assertThat(get("/health/liveness").body()).doesNotContain("ariadne");
        assertThat(get("/health/readiness").statusCode()).isEqualTo(200);
        assertThat(get("/health/readiness").body()).doesNotContain("ariadne");
    }

    @Test
    void whenTasksRunThenMetricsAndObservationsTellIt(@Autowired MeterRegistry registry) {
        String[] flaky = { "account", "bob", "task", "flaky.poll" };
        await().untilAsserted(() -> {
            long times = registry.get("ariadne.background.runs").tags(flaky).tag("outcome", "failed").timer().count();
            assertThat(times).isGreaterThanOrEqualTo(3).isEqualTo(
                    registry.get("ariadne.background.run").tags(flaky).tag("outcome", "failed").timer().count());
        });
        assertThat(registry.get("ariadne.background.run").tags(flaky).tag("error", "IOException").timers()).isNotEmpty();
        assertThat(registry.get("ariadne.background.restarts").tags(flaky).counter().count()).isGreaterThanOrEqualTo(2);
        assertThat(registry.get("ariadne.background.parked").tags(flaky).counter().count()).isPositive();
        // Its task, and the one of the application.
        assertThat(registry.get("ariadne.background.active").tag("account", "alice").gauge().value()).isEqualTo(2);
        assertThat(json("/metrics/ariadne.accounts?tag=status:ONLINE").<Double>read("$.measurements[0].value"))
            .isEqualTo(2.0);
    }

    @Test
    void whenARunIsToldToStopThenItsObservationHasNoError(@Autowired MeterRegistry registry) {
        post("/ariadne/alice/ticker.tick", "restart");
        await().untilAsserted(() -> assertThat(registry.get("ariadne.background.run").tag("account", "alice")
            .tags("task", "ticker.tick", "outcome", "cancelled", "error", "none").timer().count()).isPositive());
        assertThat(registry.get("ariadne.background.runs").tag("account", "alice")
            .tags("task", "ticker.tick", "outcome", "cancelled").timer().count()).isPositive();
    }

    @Test
    void whenAnythingIsReadThenTheSecretIsNotInIt() {
        for (String path : List.of("/ariadne", "/ariadne/carol", "/health", "/configprops", "/env", "/beans", "/metrics",
                "/conditions", "/mappings")) {
            assertThat(get(path).body()).as(path).isNotEmpty().doesNotContain(SECRET);
        }
    }

    private static String state(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return JsonPath.read(answer.body(), "$.state");
    }

    private void awaitStatus(String account, AccountStatus status) {
        await().until(() -> this.accounts.get(account).status() == status);
    }

    private void awaitJson(String path, Predicate<DocumentContext> condition) {
        await().ignoreExceptions().until(() -> condition.test(json(path)));
    }

    private DocumentContext json(String path) {
        return JsonPath.parse(get(path).body());
    }

    private HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).build());
    }

    private HttpResponse<String> post(String path, String action) {
        return send(path, "{\"action\":\"" + action + "\"}");
    }

    private HttpResponse<String> send(String path, String body) {
        return send(HttpRequest.newBuilder(uri(path)).header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return this.client.send(request, BodyHandlers.ofString());
        }
        catch (IOException | InterruptedException ex) {
            throw new IllegalStateException(ex);
        }
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + this.port + "/actuator" + path);
    }

}
