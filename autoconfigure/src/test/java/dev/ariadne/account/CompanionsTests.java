package dev.ariadne.account;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import dev.ariadne.Ariadne;
import dev.ariadne.concurrent.FailingLog;
import dev.ariadne.connector.ConnectFailedException.Retry;
import dev.ariadne.event.AccountLaunchedEvent;
import dev.ariadne.event.AccountOfflineEvent;
import dev.ariadne.event.AccountShutdownEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for what companions of accounts are told, and that one cannot harm the others.
 */
@ExtendWith(OutputCaptureExtension.class)
class CompanionsTests {

    private final AccountsFixture fixture = new AccountsFixture("alice");

    private final List<String> told = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        this.fixture.close();
    }

    private void awaitTold(String... expected) {
        await().untilAsserted(() -> assertThat(this.told).containsExactly(expected));
    }

    @Test
    void whenACompanionThrowsThenTheOthersAreToldAndTheAccountStops(CapturedOutput output) {
        this.fixture.accounts.join(new Companion("bad", true));
        this.fixture.accounts.join(new Companion("good", false));
        ScriptedConnector.Attempt link = this.fixture.startOnline();
        awaitTold("bad launched", "good launched", "bad online", "good online");
        link.listener().loggedOut("kicked", Retry.NEVER);
        awaitTold("bad launched", "good launched", "bad online", "good online", "bad offline", "good offline");
        this.fixture.lifecycle.stop();
        assertThat(output.getOut().lines().filter((line) -> line.contains(" ERROR ")))
            .isNotEmpty().allMatch((line) -> line.contains("] alice "));
        assertThat(this.told).endsWith("bad stop", "good stop");
        assertThat(this.fixture.publisher.count(AccountShutdownEvent.class)).isEqualTo(1);
    }

    @Test
    void whenTheLogFailsAsWellThenTheOthersAreToldAndTheAccountStops() {
        this.fixture.startOnline();
        try (FailingLog failing = new FailingLog(LifecyclePublications.class)) {
            this.fixture.accounts.join(new Companion("bad", true));
            this.fixture.accounts.join(new Companion("good", false));
            // The handler of uncaught exceptions is told what the log throws.
            await().dontCatchUncaughtExceptions().until(() -> this.told.contains("good online"));
            this.fixture.lifecycle.stop();
        }
        assertThat(this.told).containsExactly("bad launched", "bad online", "good launched", "good online", "bad stop",
                "good stop");
        assertThat(this.fixture.publisher.count(AccountShutdownEvent.class)).isEqualTo(1);
    }

    @Test
    void whenACompanionJoinsWhileTheAccountIsOfflineThenItIsToldOfTheLaunchOnly() {
        ScriptedConnector.Attempt link = this.fixture.startOnline();
        await().until(() -> this.fixture.publisher.count(AccountLaunchedEvent.class) == 1);
        link.listener().loggedOut("kicked", Retry.NEVER);
        await().until(() -> this.fixture.publisher.count(AccountOfflineEvent.class) == 1);
        this.fixture.accounts.join(new Companion("late", false));
        awaitTold("late launched");
        link.listener().loggedIn();
        awaitTold("late launched", "late online");
    }

    @Test
    void whenACompanionJoinsBeforeTheAccountIsOnlineThenItIsToldInTurn() {
        this.fixture.lifecycle.start();
        ScriptedConnector.Attempt link = this.fixture.connector.next();
        this.fixture.accounts.join(new Companion("early", false));
        link.succeed();
        awaitTold("early launched", "early online");
    }

    @Test
    void whenACompanionHasLeftThenItIsToldNothing() {
        Companion leaver = new Companion("leaver", false);
        this.fixture.accounts.join(leaver);
        this.fixture.accounts.join(new Companion("stayer", false));
        ScriptedConnector.Attempt link = this.fixture.startOnline();
        awaitTold("leaver launched", "stayer launched", "leaver online", "stayer online");
        this.told.clear();
        this.fixture.accounts.leave(leaver);
        link.listener().loggedOut("kicked", Retry.NEVER);
        awaitTold("stayer offline");
        this.fixture.lifecycle.stop();
        awaitTold("stayer offline", "stayer stop");
        this.told.clear();
        this.fixture.startOnline();
        awaitTold("stayer launched", "stayer online");
    }

    @Test
    void whenACompanionLeavesBeforeItIsToldOfWhatHasHappenedThenItIsToldNothingAfterThat() {
        CountDownLatch inListener = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        this.fixture.publisher.listen((event) -> {
            if (event instanceof AccountLaunchedEvent) {
                inListener.countDown();
                await().until(() -> goOn.getCount() == 0);
            }
        });
        ScriptedConnector.Attempt link = this.fixture.startOnline();
        await().until(() -> inListener.getCount() == 0);
        Companion leaver = new Companion("leaver", false);
        this.fixture.accounts.join(leaver);
        this.fixture.accounts.leave(leaver);
        this.fixture.accounts.join(new Companion("stayer", false));
        goOn.countDown();
        await().until(() -> this.told.contains("stayer online"));
        this.told.clear();
        link.listener().loggedOut("kicked", Retry.NEVER);
        awaitTold("stayer offline");
    }

    @Test
    void whenACompanionStopsItsAccountThenNoneIsToldOfWhatFollows() {
        CompletableFuture<Void> stopping = new CompletableFuture<>();
        this.fixture.accounts.join(new Companion("stopper", false) {

            @Override
            public void launched(Ariadne ariadne) {
                super.launched(ariadne);
                CompletableFuture<Void> unused = CompletableFuture
                    .runAsync(() -> CompanionsTests.this.fixture.accounts.stop("alice"));
                stopping.join();
            }

            @Override
            public CompletionStage<?> stop(Ariadne ariadne) {
                stopping.complete(null);
                return super.stop(ariadne);
            }

        });
        this.fixture.accounts.join(new Companion("other", false));
        this.fixture.lifecycle.start();
        this.fixture.connector.next().succeed();
        await().until(() -> this.fixture.publisher.count(AccountShutdownEvent.class) == 1);
        assertThat(this.told).containsExactly("stopper launched", "stopper stop", "other stop");
    }

    private class Companion implements AccountCompanion {

        private final String name;

        private final boolean failing;

        Companion(String name, boolean failing) {
            this.name = name;
            this.failing = failing;
        }

        private void note(String what) {
            CompanionsTests.this.told.add(this.name + " " + what);
            if (this.failing && (what.equals("launched") || what.equals("stop"))) {
                throw new NoClassDefFoundError("on purpose");
            }
            if (this.failing) {
                throw new IllegalStateException("on purpose");
            }
        }

        @Override
        public void launched(Ariadne ariadne) {
            note("launched");
        }

        @Override
        public void online(Ariadne ariadne) {
            note("online");
        }

        @Override
        public void offline(Ariadne ariadne) {
            note("offline");
        }

        @Override
        public CompletionStage<?> stop(Ariadne ariadne) {
            note("stop");
            return CompletableFuture.completedFuture(null);
        }

    }

}
