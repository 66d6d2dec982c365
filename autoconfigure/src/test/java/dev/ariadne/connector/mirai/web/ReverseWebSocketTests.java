package dev.ariadne.connector.mirai.web;

import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.ariadne.AccountSettings;
import dev.ariadne.AccountStatus;
import dev.ariadne.Accounts;
import dev.ariadne.connector.mirai.MiraiSettings;
import dev.ariadne.event.message.FriendMessage;
import dev.ariadne.json.Json;
import dev.ariadne.message.MessageChain;
import dev.ariadne.message.MessageReceipt;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The reverse WebSocket, with a real web server and a scripted server that dials it.
 */
@Timeout(60)
class ReverseWebSocketTests {

    private static final String PATH = "/mirai/alice";

    private static DiallingServer online(ServedApplication application) throws Exception {
        DiallingServer server = DiallingServer.dial(application.uri(PATH));
        server.answer(DiallingServer.ACCEPTED);
        application.awaitStatus(AccountStatus.ONLINE);
        return server;
    }

    @Test
    void whenAServerDialsThenItIsAskedForTheAccountInItsOwnWords() throws Exception {
        JsonNode asked = ServedApplication.transcript("09-reverse-ws.jsonl").stream()
            .filter((line) -> line.get("name").stringValue().equals("verify.ok-with-qq")).findFirst().orElseThrow()
            .get("frames").get(0).get("text");
        try (ServedApplication application = ServedApplication.run(ServedApplication.reverse());
                DiallingServer server = DiallingServer.dial(application.uri(PATH))) {
            JsonNode command = server.answer(DiallingServer.ACCEPTED);
            assertThat(command.get("content")).isEqualTo(Json.parse(asked.stringValue()).get("content"));
            assertThat(command.get("command").stringValue()).isEqualTo("verify");
            assertThat(command.get("syncId").isString()).isTrue();
            application.awaitStatus(AccountStatus.ONLINE);
        }
    }

    @Test
    void whenTheAccountIsOnlineThenEventsComeAndCallsAreAnswered() throws Exception {
        try (ServedApplication application = ServedApplication.run(ServedApplication.reverse());
                DiallingServer server = online(application)) {
            server.send(DiallingServer.frame("events", 0));
            server.send(DiallingServer.frame("events", 1));
            FriendMessage message = (FriendMessage) application.recorder.next();
            assertThat(message.message().text()).isEqualTo("hello reverse");
            assertThat(message.ariadne()).isSameAs(application.alice());
            assertThat(application.recorder.next().type()).isEqualTo("FriendInputStatusChangedEvent");
            CompletableFuture<MessageReceipt> sent = CompletableFuture
                .supplyAsync(() -> application.alice().sendFriendMessage(20001, MessageChain.of("x")));
            JsonNode command = server.answer(DiallingServer.SENT);
            assertThat(command.get("command").stringValue()).isEqualTo("sendFriendMessage");
            assertThat(sent.get().messageId()).isEqualTo(1);
        }
    }

    @Test
    void whenEventsComeBeforeTheAnswerThenTheyAreNotLost() throws Exception {
        try (ServedApplication application = ServedApplication.run(ServedApplication.reverse());
                DiallingServer server = DiallingServer.dial(application.uri(PATH))) {
            server.send("no json");
            server.send(DiallingServer.frame("events", 0));
            server.answer(DiallingServer.ACCEPTED);
            assertThat(application.recorder.next()).isInstanceOf(FriendMessage.class);
        }
    }

    @Test
    void whenAServerDialsBeforeTheAccountsStartThenItIsKeptForThem() throws Exception {
        try (ServedApplication application = ServedApplication.run(List.of(EarlyDial.class),
                ServedApplication.reverse("connect.timeout=5s"));
                DiallingServer server = application.context.getBean(EarlyDial.Dialler.class).server.join()) {
            server.answer(DiallingServer.ACCEPTED);
            application.awaitStatus(AccountStatus.ONLINE);
            assertThat(application.context.getBean(EarlyDial.Dialler.class).statusThen).isEqualTo(AccountStatus.NEW);
        }
    }

    @Test
    void whenNoServerDialsThenTheAccountSaysWhatToCheckAndIsOnlineAsSoonAsOneDoes() throws Exception {
        try (ServedApplication application = ServedApplication.run(ServedApplication.reverse(
                "connect.timeout=50ms", "connect.initial-delay=10m", "connect.max-delay=10m"))) {
            application.awaitStatus(AccountStatus.OFFLINE);
            assertThat(application.recorder.lifecycle).contains("AccountConnectionFailedEvent");
            try (DiallingServer server = DiallingServer.dial(application.uri(PATH))) {
                server.next();
            }
        }
    }

    @Test
    void whenTheBotIsNotThereYetThenItIsAskedForAgainOnTheSameSocket() throws Exception {
        try (ServedApplication application = ServedApplication.run(ServedApplication.reverse(
                "connect.initial-delay=20ms", "connect.max-delay=20ms"));
                DiallingServer server = DiallingServer.dial(application.uri(PATH))) {
            server.answer(DiallingServer.UNKNOWN_BOT);
            server.answer(DiallingServer.UNKNOWN_BOT);
            server.answer(DiallingServer.ACCEPTED);
            application.awaitStatus(AccountStatus.ONLINE);
            assertThat(server.closed).isNotDone();
        }
    }

    @Test
    void whenTheKeyIsWrongThenTheAccountIsParkedAndTheSocketKept() throws Exception {
        try (ServedApplication application = ServedApplication.run(ServedApplication.reverse());
                DiallingServer server = DiallingServer.dial(application.uri(PATH))) {
            server.answer(DiallingServer.WRONG_KEY);
            application.awaitStatus(AccountStatus.PARKED);
            assertThat(server.closed).isNotDone();
            application.accounts().start("alice");
            server.answer(DiallingServer.ACCEPTED);
            application.awaitStatus(AccountStatus.ONLINE);
        }
    }

    @Test
    void whenAServerSaysNothingThenItsLinkIsClosedInGoodOrder() throws Exception {
        try (ServedApplication application = ServedApplication.run(ServedApplication.reverse("connect.timeout=300ms",
                "connect.initial-delay=10m", "connect.max-delay=10m"));
                DiallingServer server = DiallingServer.dial(application.uri(PATH))) {
            assertThat(server.awaitClose()).startsWith("1000");
            application.awaitStatus(AccountStatus.OFFLINE);
        }
    }

    @Test
    void whenAServerDialsAgainThenTheNewerLinkReplacesTheOlder() throws Exception {
        try (ServedApplication application = ServedApplication.run(ServedApplication.reverse(
                "connect.initial-delay=10m", "connect.max-delay=10m"));
                DiallingServer first = online(application);
                DiallingServer second = DiallingServer.dial(application.uri(PATH))) {
            assertThat(first.awaitClose()).isEqualTo("1000 replaced by a newer connection");
            second.answer(DiallingServer.ACCEPTED);
            Awaitility.await().until(() -> application.recorder.lifecycle.stream()
                .filter("AccountOnlineEvent"::equals).count() == 2);
            second.send(DiallingServer.frame("events", 0));
            assertThat(application.recorder.next()).isInstanceOf(FriendMessage.class);
        }
    }

    @Test
    void whenAServerDialsTwiceBeforeTheFirstIsAnsweredThenTheSecondIsAsked() throws Exception {
        try (ServedApplication application = ServedApplication.run(ServedApplication.reverse(
                "connect.initial-delay=10m", "connect.max-delay=10m"));
                DiallingServer first = DiallingServer.dial(application.uri(PATH))) {
            first.next();
            try (DiallingServer second = DiallingServer.dial(application.uri(PATH))) {
                second.answer(DiallingServer.ACCEPTED);
                application.awaitStatus(AccountStatus.ONLINE);
                assertThat(first.awaitClose()).startsWith("1000");
            }
        }
    }

    @Test
    void whenAServerIsKilledThenItsNextDialIsTakenAtOnce() throws Exception {
        try (ServedApplication application = ServedApplication.run(ServedApplication.reverse(
                "connect.initial-delay=10m", "connect.max-delay=10m"))) {
            online(application).kill();
            application.awaitStatus(AccountStatus.OFFLINE);
            online(application).close();
        }
    }

    @Test
    void whenAServerClosesThenTheLinkIsLostAndCallsFail() throws Exception {
        try (ServedApplication application = ServedApplication.run(ServedApplication.reverse());
                DiallingServer server = online(application)) {
            CompletableFuture<MessageReceipt> sent = CompletableFuture
                .supplyAsync(() -> application.alice().sendFriendMessage(20001, MessageChain.of("x")));
            server.next();
            server.sendClose();
            assertThatThrownBy(sent::join).hasStackTraceContaining("ConnectionLostException");
        }
    }

    @Test
    void whenTheAccountIsStoppedThenItsServerWaitsQuietlyUntilItIsStarted() throws Exception {
        try (ServedApplication application = ServedApplication.run(ServedApplication.reverse());
                DiallingServer server = online(application)) {
            application.accounts().stop("alice");
            assertThat(server.awaitClose()).startsWith("1000");
            try (DiallingServer again = DiallingServer.dial(application.uri(PATH))) {
                assertThat(again.isQuiet()).isTrue();
                application.accounts().start("alice");
                again.answer(DiallingServer.ACCEPTED);
                application.awaitStatus(AccountStatus.ONLINE);
            }
        }
    }

    @Test
    void whenTheAccountIsStoppedThenTheLinkThatWaitsIsPingedEveryHeartbeatIntervalAndKept() throws Exception {
        try (ServedApplication application = ServedApplication.run(ServedApplication.reverse(
                "connect.heartbeat-interval=50ms"))) {
            application.accounts().stop("alice");
            try (DiallingServer server = DiallingServer.dial(application.uri(PATH))) {
                Awaitility.await().until(() -> server.pings.get() > 10);
                assertThat(server.closed).isNotDone();
                assertThat(server.isQuiet()).isTrue();
                application.accounts().start("alice");
                server.answer(DiallingServer.ACCEPTED);
            }
        }
    }

    @Test
    void whenTheApplicationStopsThenLinksEndWithThatReason() throws Exception {
        ServedApplication application = ServedApplication.run(ServedApplication.reverse());
        DiallingServer server = online(application);
        application.close();
        assertThat(server.awaitClose()).startsWith("1001");
        assertThat(application.recorder.lifecycle).containsSubsequence("AccountShutdownEvent",
                "ApplicationShutdownEvent");
    }

    @Test
    void whenTheApplicationStopsThenAServerThatWaitsIsToldSo() throws Exception {
        ServedApplication application = ServedApplication.run(ServedApplication.reverse());
        application.accounts().stop("alice");
        DiallingServer server = DiallingServer.dial(application.uri(PATH));
        application.close();
        assertThat(server.awaitClose()).startsWith("1001");
    }

    @Test
    void whenTheContextIsPausedAndRestartedThenTheServerIsTakenAgain() throws Exception {
        try (ServedApplication application = ServedApplication.run(ServedApplication.reverse())) {
            DiallingServer server = online(application);
            application.context.stop();
            assertThat(server.awaitClose()).startsWith("1001");
            application.context.start();
            online(application).close();
        }
    }

    @Test
    void whenAnAccountIsAddedAndRemovedThenSoIsItsPath() throws Exception {
        try (ServedApplication application = ServedApplication.run(ServedApplication.reverse())) {
            MiraiSettings settings = new MiraiSettings(ServedApplication.KEY, null, null,
                    new MiraiSettings.WebSocketServer("/mirai/bob", Map.of(), Map.of()), null);
            application.accounts().add("bob", AccountSettings.of(10002, settings));
            try (DiallingServer server = DiallingServer.dial(application.uri("/mirai/bob"))) {
                server.answer(DiallingServer.ACCEPTED);
                Awaitility.await().until(() -> application.accounts().get("bob").status() == AccountStatus.ONLINE);
                assertThatThrownBy(() -> application.accounts().add("carol", AccountSettings.of(10003, settings)))
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("/mirai/bob")
                    .hasMessageContaining("'bob'");
                assertThat(application.accounts()).hasSize(2);
                application.accounts().remove("bob");
                assertThat(server.awaitClose()).startsWith("1000");
            }
            assertThatThrownBy(() -> DiallingServer.dial(application.uri("/mirai/bob")))
                .isInstanceOf(CompletionException.class).cause().isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        (ex) -> assertThat(ex.getResponse().statusCode()).isEqualTo(404));
        }
    }

    @Test
    void whenAMessageIsLongerThanTheWebServersBufferThenItComesWhole() throws Exception {
        String text = "x".repeat(3_000_000);
        try (ServedApplication application = ServedApplication.run(ServedApplication.reverse());
                DiallingServer server = online(application)) {
            server.send(DiallingServer.frame("events", 0).replace("hello reverse", text));
            assertThat(((FriendMessage) application.recorder.next()).message().text()).isEqualTo(text);
        }
    }

    @Test
    void whenAMessageIsTooLongThenItIsSkippedAndTheLinkLives() throws Exception {
        try (ServedApplication application = ServedApplication.run(ServedApplication.reverse());
                DiallingServer server = online(application)) {
            for (int i = 0; i < 33; i++) {
                server.sendPart("x".repeat(1024 * 1024), false);
            }
            server.sendPart("x", true);
            server.send(DiallingServer.frame("events", 0));
            assertThat(application.recorder.next()).isInstanceOf(FriendMessage.class);
            assertThat(application.alice().status()).isEqualTo(AccountStatus.ONLINE);
        }
    }

    @Test
    void whenListenersAreSlowThenTheLinkIsNotReadAndNoEventIsLost() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        try (ServedApplication application = ServedApplication.run(ServedApplication.reverse(
                "dispatch.max-pending=10"));
                DiallingServer server = online(application)) {
            application.recorder.first = (event) -> await(gate);
            for (int i = 0; i < 500; i++) {
                server.send(DiallingServer.frame("events", 0));
            }
            gate.countDown();
            for (int i = 0; i < 500; i++) {
                application.recorder.next();
            }
        }
    }

    @Test
    void whenASlowListenerMakesACallThenItIsAnswered() throws Exception {
        CompletableFuture<MessageReceipt> receipt = new CompletableFuture<>();
        try (ServedApplication application = ServedApplication.run(ServedApplication.reverse(
                "dispatch.max-pending=10"));
                DiallingServer server = online(application)) {
            application.recorder.first = (event) -> receipt
                .complete(application.alice().sendFriendMessage(20001, MessageChain.of("x")));
            for (int i = 0; i < 500; i++) {
                server.send(DiallingServer.frame("events", 0));
            }
            server.answer(DiallingServer.SENT);
            assertThat(receipt.get(10, TimeUnit.SECONDS).messageId()).isEqualTo(1);
        }
    }

    @Test
    void whenTheAccountIsStoppedWhileItsLinkIsNotReadThenItEndsInGoodOrder() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        try (ServedApplication application = ServedApplication.run(ServedApplication.reverse(
                "dispatch.max-pending=10", "shutdown-timeout=300ms"));
                DiallingServer server = online(application)) {
            application.recorder.first = (event) -> await(gate);
            for (int i = 0; i < 100; i++) {
                server.send(DiallingServer.frame("events", 0));
            }
            application.accounts().stop("alice");
            assertThat(server.awaitClose()).startsWith("1000");
            gate.countDown();
        }
    }

    private static void await(CountDownLatch gate) {
        try {
            gate.await();
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    /** Dials when the web server has started and accounts have not. */
    @Configuration(proxyBeanMethods = false)
    static class EarlyDial {

        @Bean
        Dialler dialler(@Lazy Accounts accounts, Environment environment) {
            return new Dialler(accounts, environment);
        }

        static final class Dialler implements SmartLifecycle {

            final CompletableFuture<DiallingServer> server = new CompletableFuture<>();

            volatile AccountStatus statusThen = AccountStatus.STOPPED;

            private final Accounts accounts;

            private final Environment environment;

            Dialler(Accounts accounts, Environment environment) {
                this.accounts = accounts;
                this.environment = environment;
            }

            @Override
            public void start() {
                this.statusThen = this.accounts.get("alice").status();
                this.server.complete(DiallingServer.dial(URI.create(
                        "http://127.0.0.1:" + this.environment.getProperty("local.server.port") + PATH)));
            }

            @Override
            public void stop() {
                // Closed by the test.
            }

            @Override
            public boolean isRunning() {
                return this.server.isDone();
            }

            @Override
            public int getPhase() {
                return SmartLifecycle.DEFAULT_PHASE - 900;
            }

        }

    }

}
