package dev.ariadne.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What only a process shows, with a real JVM and real signals.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no such signals")
class ProcessTests {

    private static final String[] ACCOUNT = { "ariadne.accounts.alice.id=10001",
            "ariadne.accounts.alice.connector=sandbox" };

    private static ChildJvm start(String... more) throws Exception {
        String[] properties = new String[ACCOUNT.length + more.length];
        System.arraycopy(ACCOUNT, 0, properties, 0, ACCOUNT.length);
        System.arraycopy(more, 0, properties, ACCOUNT.length, more.length);
        return ChildJvm.start(properties);
    }

    @ParameterizedTest
    @CsvSource({ "TERM, 143", "INT, 130" })
    void whenSignalledThenWellBehavedTasksAndAccountsEndInOrder(String signal, int exitCode) throws Exception {
        try (ChildJvm child = start("test.behaved=true")) {
            child.awaitLine("BackgroundTaskStartedEvent[account=alice, task=behaved.run, run=1]");
            child.awaitLine("BackgroundTaskStartedEvent[account=alice, task=behaved.finish, run=1]");
            child.awaitLine("main has returned");
            child.signal(signal);
            assertThat(child.awaitExit()).isEqualTo(exitCode);
            assertThat(child.output()).containsSubsequence("ApplicationLaunchedEvent[account=alice]",
                    "AccountLaunchedEvent[account=alice]", "finished in peace, interrupted: false",
                    "AccountShutdownEvent[account=alice]", "ApplicationShutdownEvent[account=alice]");
            assertThat(child.count("BackgroundTaskEndedEvent[account=alice")).isEqualTo(2);
        }
    }

    @Test
    void whenThereIsNothingButTheStarterThenNoOptionalPartIsLoaded(@TempDir Path directory) throws Exception {
        Path classes = directory.resolve("classes.txt");
        try (ChildJvm child = ChildJvm.start(List.of("-Xlog:class+load:file=" + classes + ":none"), ACCOUNT)) {
            child.awaitLine("AccountLaunchedEvent[account=alice]");
            child.signal("TERM");
            child.awaitExit();
        }
        String loaded = Files.readString(classes);
        assertThat(loaded).contains("dev.ariadne.account.AccountRegistry source:")
            .doesNotContain("dev.ariadne.autoconfigure.endpoint.", "dev.ariadne.autoconfigure.health.",
                    "dev.ariadne.autoconfigure.metrics.", "org.springframework.boot.actuate.",
                    "org.springframework.boot.health.", "org.springframework.web.", "io.micrometer.core.");
    }

    @Test
    void whenATaskIsDeafThenTheProcessEndsAtTheDeadlineAndNamesIt() throws Exception {
        try (ChildJvm child = start("test.deaf=true", "test.behaved=true",
                "ariadne.background.shutdown-timeout=1s")) {
            child.awaitLine("BackgroundTaskStartedEvent[account=alice, task=deaf.listenToNobody, run=1]");
            child.awaitLine("main has returned");
            child.signal("TERM");
            assertThat(child.awaitExit()).isEqualTo(143);
            assertThat(child.output()).contains("BackgroundTaskUnstoppedEvent[account=alice, task=deaf.listenToNobody")
                .contains("ChildApplication$Deaf.listenToNobody(ChildApplication.java")
                .containsSubsequence("BackgroundTaskUnstoppedEvent", "AccountShutdownEvent[account=alice]",
                        "ApplicationShutdownEvent[account=alice]");
        }
    }

    @Test
    void whenATaskIsBackingOffThenTheProcessEnds() throws Exception {
        try (ChildJvm child = start("test.failing=true", "ariadne.background.restart.initial-delay=1h",
                "ariadne.background.restart.max-delay=1h")) {
            child.awaitLine("BackgroundTaskFailedEvent[account=alice, task=failing.run, run=1]");
            child.awaitLine("main has returned");
            child.signal("TERM");
            assertThat(child.awaitExit()).isEqualTo(143);
            assertThat(child.said("ApplicationShutdownEvent[account=alice]")).isTrue();
        }
    }

    @Test
    void whenThereIsNoWebServerAndTheServerIsUnreachableThenTheApplicationStaysUp() throws Exception {
        try (ChildJvm child = ChildJvm.start("ariadne.accounts.alice.id=10001",
                "ariadne.accounts.alice.mirai.verify-key=top-secret-key",
                "ariadne.accounts.alice.mirai.websocket-client.url=http://127.0.0.1:9",
                "ariadne.connect.initial-delay=10ms", "ariadne.connect.max-delay=10ms")) {
            child.awaitLine("main has returned");
            long before = child.count("AccountConnectionFailedEvent[account=alice]");
            await().atMost(Duration.ofSeconds(30))
                .until(() -> child.count("AccountConnectionFailedEvent[account=alice]") > before + 3);
            assertThat(child.isAlive()).isTrue();
            child.signal("INT");
            assertThat(child.awaitExit()).isEqualTo(130);
            assertThat(child.output()).contains("ApplicationShutdownEvent[account=alice]")
                .doesNotContain("top-secret-key");
        }
    }

    @ParameterizedTest
    @CsvSource({ "TERM, 143", "INT, 130" })
    void whenSignalledTwiceThenTheStopGoesOnAndEndsAtTheSameDeadline(String signal, int exitCode) throws Exception {
        try (ChildJvm child = start("test.deaf=true", "test.behaved=true",
                "ariadne.background.shutdown-timeout=2s")) {
            child.awaitLine("BackgroundTaskStartedEvent[account=alice, task=deaf.listenToNobody, run=1]");
            child.awaitLine("BackgroundTaskStartedEvent[account=alice, task=behaved.finish, run=1]");
            child.awaitLine("main has returned");
            child.signal(signal);
            child.awaitLine("finished in peace, interrupted: false");
            child.signal(signal);
            assertThat(child.awaitExit()).isEqualTo(exitCode);
            assertThat(child.output()).containsSubsequence("BackgroundTaskUnstoppedEvent",
                    "AccountShutdownEvent[account=alice]", "ApplicationShutdownEvent[account=alice]");
            assertThat(child.count("ApplicationShutdownEvent[account=alice]")).isEqualTo(1);
        }
    }

    @Test
    void whenSignalledWhileItStartsThenTheProcessEnds() throws Exception {
        try (ChildJvm child = start("test.slow-launch=true", "test.behaved=true")) {
            child.awaitLine("launching slowly");
            child.signal("TERM");
            assertThat(child.awaitExit()).isEqualTo(143);
            assertThat(child.count("AccountLaunchedEvent[account=alice]"))
                .isEqualTo(child.count("AccountShutdownEvent[account=alice]"));
            assertThat(child.count("ApplicationShutdownEvent[account=alice]")).isEqualTo(1);
        }
    }

    @Test
    void whenSignalledBetweenTwoAttemptsToConnectThenTheProcessEndsWithItsShutdownEvent() throws Exception {
        try (ChildJvm child = ChildJvm.start("ariadne.accounts.alice.id=10001",
                "ariadne.accounts.alice.mirai.verify-key=k",
                "ariadne.accounts.alice.mirai.websocket-client.url=http://127.0.0.1:9",
                "ariadne.connect.initial-delay=1h", "ariadne.connect.max-delay=1h")) {
            child.awaitLine("AccountConnectionFailedEvent[account=alice]");
            child.awaitLine("main has returned");
            child.signal("TERM");
            assertThat(child.awaitExit()).isEqualTo(143);
            assertThat(child.count("ApplicationShutdownEvent[account=alice]")).isEqualTo(1);
            assertThat(child.said("AccountShutdownEvent")).isFalse();
        }
    }

    @Test
    void whenSignalledWithAFullDispatchQueueThenTheRestIsDroppedAndTold() throws Exception {
        try (ChildJvm child = start("test.flooded=true", "ariadne.dispatch.max-pending=500",
                "ariadne.shutdown-timeout=3s")) {
            child.awaitLine("flooded");
            child.awaitLine("main has returned");
            child.signal("TERM");
            assertThat(child.awaitExit()).isEqualTo(143);
            assertThat(child.output()).contains("ariadne.dispatch.max-pending")
                .containsPattern("stops with \\d+ received event\\(s\\) that no listener has seen")
                .containsSubsequence("AccountShutdownEvent[account=alice]", "ApplicationShutdownEvent[account=alice]");
        }
    }

    @Test
    void whenATaskUsesUpTheMemoryThenItFailsAloneAndTheProcessEndsInOrder() throws Exception {
        try (ChildJvm child = ChildJvm.start(List.of("-Xmx96m"), ACCOUNT[0], ACCOUNT[1], "test.greedy=true",
                "test.behaved=true", "ariadne.background.restart.policy=never")) {
            child.awaitLine("BackgroundTaskFailedEvent[account=alice, task=greedy.eat, run=1");
            child.awaitLine("BackgroundTaskStartedEvent[account=alice, task=behaved.run, run=1]");
            child.awaitLine("main has returned");
            child.signal("TERM");
            assertThat(child.awaitExit()).isEqualTo(143);
            assertThat(child.output()).contains("java.lang.OutOfMemoryError")
                .containsSubsequence("finished in peace", "AccountShutdownEvent[account=alice]",
                        "ApplicationShutdownEvent[account=alice]");
        }
    }

    @Test
    void whenAListenerExitsThenTheProcessEndsWithItsCodeAndInOrder() throws Exception {
        try (ChildJvm child = start("test.exiting=true", "test.behaved=true", "ariadne.shutdown-timeout=3s")) {
            child.awaitLine("exiting");
            assertThat(child.awaitExit()).isEqualTo(3);
            assertThat(child.output()).containsSubsequence("exiting", "AccountShutdownEvent[account=alice]",
                    "ApplicationShutdownEvent[account=alice]");
        }
    }

    @Test
    void whenNothingKeepsItAliveThenTheApplicationEndsAfterMain() throws Exception {
        try (ChildJvm child = start("ariadne.keep-alive=false")) {
            assertThat(child.awaitExit()).isZero();
            assertThat(child.said("main has returned")).isTrue();
        }
    }

    @Test
    void whenRestartsAreUsedUpThenTheApplicationStopsIfItIsToldToWithACodeThatIsNotZero() throws Exception {
        try (ChildJvm child = start("test.exhausted=true", "ariadne.background.restart.initial-delay=1ms",
                "ariadne.background.restart.max-restarts=1",
                "ariadne.background.restart.on-exhausted=stop-application")) {
            assertThat(child.awaitExit()).isEqualTo(70);
            assertThat(child.output()).containsSubsequence("BackgroundTaskParkedEvent[account=alice",
                    "ApplicationShutdownEvent[account=alice]");
        }
    }

    @Test
    void whenTheConfigurationIsWrongThenTheStartFailsWithAnAnalysis() throws Exception {
        try (ChildJvm child = ChildJvm.start("ariadne.accounts.alice.id=10001")) {
            assertThat(child.awaitExit()).isEqualTo(1);
            assertThat(child.output()).contains("APPLICATION FAILED TO START",
                    "ariadne.accounts.alice.mirai.verify-key");
        }
    }

}
