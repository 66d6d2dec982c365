package dev.ariadne.account;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import dev.ariadne.AccountSettings;
import dev.ariadne.AccountStatus;
import dev.ariadne.Ariadne;
import dev.ariadne.CurrentAriadne;
import dev.ariadne.LaunchStage;
import dev.ariadne.concurrent.FailingLog;
import dev.ariadne.concurrent.ThreadMode;
import dev.ariadne.connector.ConnectFailedException.Retry;
import dev.ariadne.event.AccountConnectionFailedEvent;
import dev.ariadne.event.AccountLaunchedEvent;
import dev.ariadne.event.AccountOfflineEvent;
import dev.ariadne.event.AccountOnlineEvent;
import dev.ariadne.event.AccountShutdownEvent;
import dev.ariadne.event.ApplicationLaunchedEvent;
import dev.ariadne.event.ApplicationShutdownEvent;
import dev.ariadne.event.AriadneLifecycleEvent;
import dev.ariadne.event.OfflineReason;
import dev.ariadne.event.ShutdownReason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

class AccountLifecycleTests {

    @Test
    void whenAccountsStartAndStopThenEventsComeInOrder() {
        AccountsFixture fixture = new AccountsFixture("alice", "bob");
        fixture.lifecycle.start();
        fixture.connector.next().succeed();
        fixture.connector.next().succeed();
        await().until(() -> fixture.publisher.count(AccountLaunchedEvent.class) == 2);
        fixture.lifecycle.stop();
        List<String> events = fixture.publisher.lifecycle();
        assertThat(events.get(0)).isEqualTo("ApplicationLaunched:alice");
        assertThat(events.get(events.size() - 1)).isEqualTo("ApplicationShutdown:alice");
        assertThat(events).containsSubsequence("AccountOnline:bob", "AccountLaunched:bob", "AccountShutdown:bob",
                "AccountOffline:bob");
        assertThat(events).containsSubsequence("AccountOnline:alice", "AccountLaunched:alice",
                "AccountShutdown:alice", "AccountOffline:alice");
        assertThat(events).hasSize(10);
    }

    @Test
    void whenTheDefaultAccountIsOfflineThenTheApplicationIsShutDownAllTheSame() {
        AccountsFixture fixture = new AccountsFixture("alice");
        fixture.lifecycle.start();
        fixture.connector.next();
        fixture.lifecycle.stop();
        assertThat(fixture.publisher.lifecycle()).containsExactly("ApplicationLaunched:alice",
                "ApplicationShutdown:alice");
    }

    @Test
    void whenALaunchedAccountIsOfflineThenItIsShutDownAllTheSame() {
        AccountsFixture fixture = new AccountsFixture("alice");
        fixture.startOnline().lose();
        await().until(() -> fixture.publisher.count(AccountOfflineEvent.class) == 1);
        fixture.lifecycle.stop();
        assertThat(fixture.publisher.count(AccountShutdownEvent.class)).isEqualTo(1);
        assertThat(fixture.publisher.count(AccountOfflineEvent.class)).isEqualTo(1);
    }

    @Test
    void whenAnAttemptFailsThenTheEventNamesTheRightAccount() {
        try (AccountsFixture fixture = new AccountsFixture("alice", "bob", "carol")) {
            fixture.lifecycle.start();
            for (int i = 0; i < 3; i++) {
                ScriptedConnector.Attempt attempt = fixture.connector.next();
                String name = attempt.ariadne().name();
                attempt.fail(Retry.NEVER);
                await().until(() -> fixture.accounts.get(name).status() == AccountStatus.PARKED);
                await().until(() -> fixture.publisher.of(AccountConnectionFailedEvent.class).stream()
                    .anyMatch((event) -> event.getAriadne().name().equals(name) && event.getDelay() == null
                            && event.getAttempt() == 1));
            }
            assertThat(fixture.publisher.count(AccountConnectionFailedEvent.class)).isEqualTo(3);
        }
    }

    @Test
    void whenTheLinkIsLostThenItIsMadeAgainAndTheAccountIsLaunchedOnce() {
        try (AccountsFixture fixture = new AccountsFixture("alice")) {
            ScriptedConnector.Attempt link = fixture.startOnline();
            for (int i = 0; i < 20; i++) {
                link.lose();
                ScriptedConnector.Attempt next = fixture.connector.next();
                next.fail(Retry.BACK_OFF);
                link = fixture.nextOnline();
            }
            await().until(() -> fixture.publisher.count(AccountOnlineEvent.class) == 21);
            assertThat(fixture.publisher.count(AccountLaunchedEvent.class)).isEqualTo(1);
            assertThat(fixture.publisher.count(AccountOfflineEvent.class)).isEqualTo(20);
            List<AccountConnectionFailedEvent> failures = fixture.publisher.of(AccountConnectionFailedEvent.class);
            assertThat(failures).hasSize(40).extracting(AccountConnectionFailedEvent::getAttempt).startsWith(0, 1, 0);
            assertThat(failures).allSatisfy((failure) -> assertThat(failure.getDelay()).isNotNull());
        }
    }

    @Test
    void whenAttemptsAreUsedUpThenTheAccountIsParkedAndCanBeStartedAgain() {
        try (AccountsFixture fixture = new AccountsFixture(
                AccountsFixture.settings(2, 100, Duration.ofSeconds(10)), "alice")) {
            fixture.lifecycle.start();
            fixture.connector.next().fail(Retry.BACK_OFF);
            fixture.connector.next().fail(Retry.BACK_OFF);
            await().until(() -> fixture.accounts.get("alice").status() == AccountStatus.PARKED);
            assertThat(fixture.accounts.snapshot("alice").lastFailure()).hasMessage("scripted");
            assertThat(fixture.connector.count()).isEqualTo(2);
            fixture.accounts.start("alice");
            fixture.connector.next().succeed();
            await().until(() -> fixture.accounts.get("alice").status() == AccountStatus.ONLINE);
        }
    }

    @Test
    void whenThePlatformSaysNotYetThenTheNextAttemptWaitsForTheMaximum() {
        try (AccountsFixture fixture = new AccountsFixture("alice")) {
            fixture.lifecycle.start();
            fixture.connector.next().fail(Retry.SLOWLY);
            await().until(() -> fixture.publisher.count(AccountConnectionFailedEvent.class) == 1);
            assertThat(fixture.publisher.of(AccountConnectionFailedEvent.class).get(0).getDelay())
                .isEqualTo(Duration.ofMillis(5));
        }
    }

    @Test
    void whenThePlatformHasKnownTheAccountThenNotYetIsTriedAgainSoon() {
        ConnectSettings connect = new ConnectSettings(Duration.ofSeconds(10), Duration.ofMillis(1),
                Duration.ofHours(1), 0, Duration.ofSeconds(30));
        try (AccountsFixture fixture = new AccountsFixture(new AccountRuntimeSettings(connect, 100,
                Duration.ofSeconds(10), Duration.ofSeconds(10), false, ThreadMode.PLATFORM, 0), "alice")) {
            fixture.startOnline().lose();
            fixture.connector.next().fail(Retry.SLOWLY);
            fixture.nextOnline();
        }
    }

    @Test
    void whenTheLoginComesAndGoesThenTheAccountIsOnlineAndOfflineOverOneLink() {
        try (AccountsFixture fixture = new AccountsFixture("alice")) {
            ScriptedConnector.Attempt link = fixture.startOnline();
            link.listener().loggedIn();
            link.listener().loggedOut("kicked", Retry.NEVER);
            link.listener().loggedOut("kicked", Retry.NEVER);
            link.listener().loggedIn();
            await().until(() -> fixture.publisher.count(AccountOnlineEvent.class) == 2);
            assertThat(fixture.publisher.of(AccountOfflineEvent.class)).singleElement().satisfies((event) -> {
                assertThat(event.getReason()).isEqualTo(OfflineReason.LOGGED_OUT);
                assertThat(event.getDetail()).isEqualTo("kicked");
            });
            assertThat(fixture.connector.count()).isEqualTo(1);
        }
    }

    @Test
    void whenTheLoginComesBackOnANewLinkOnlyThenTheLinkIsReplaced() {
        try (AccountsFixture fixture = new AccountsFixture("alice")) {
            ScriptedConnector.Attempt first = fixture.startOnline();
            first.listener().loggedOut("closed", Retry.BACK_OFF);
            fixture.connector.next().fail(Retry.SLOWLY);
            assertThat(first.closed).isDone();
            fixture.nextOnline();
            await().until(() -> fixture.publisher.count(AccountOnlineEvent.class) == 2);
            assertThat(fixture.publisher.count(AccountOfflineEvent.class)).isEqualTo(1);
        }
    }

    @Test
    void whenTheLoginComesBackBeforeTheLinkIsReplacedThenTheLinkIsKept() {
        ConnectSettings connect = new ConnectSettings(Duration.ofSeconds(10), Duration.ofHours(1),
                Duration.ofHours(1), 0, Duration.ofSeconds(30));
        try (AccountsFixture fixture = new AccountsFixture(new AccountRuntimeSettings(connect, 100,
                Duration.ofSeconds(10), Duration.ofSeconds(10), false, ThreadMode.PLATFORM, 0), "alice")) {
            ScriptedConnector.Attempt link = fixture.startOnline();
            link.listener().loggedOut("kicked", Retry.SLOWLY);
            link.listener().loggedIn();
            link.listener().reachable();
            await().until(() -> fixture.publisher.count(AccountOnlineEvent.class) == 2);
            assertThat(fixture.connector.count()).isEqualTo(1);
            assertThat(link.closed).isNotDone();
        }
    }

    @Test
    void whenAStopComesDuringAnAttemptThenTheAttemptIsAbandoned() {
        AccountsFixture fixture = new AccountsFixture("alice");
        fixture.lifecycle.start();
        ScriptedConnector.Attempt attempt = fixture.connector.next();
        fixture.lifecycle.stop();
        assertThat(attempt.future).isCancelled();
        assertThat(fixture.accounts.get("alice").status()).isEqualTo(AccountStatus.STOPPED);
    }

    @Test
    void whenAnAttemptSucceedsAfterTheStopThenItsConnectionIsClosed() {
        AccountsFixture fixture = new AccountsFixture("alice");
        CountDownLatch stopping = new CountDownLatch(1);
        fixture.accounts.join(new StopCompanion(() -> {
            stopping.countDown();
            return new CompletableFuture<>().completeOnTimeout(null, 100, TimeUnit.MILLISECONDS);
        }));
        fixture.lifecycle.start();
        ScriptedConnector.Attempt attempt = fixture.connector.next();
        fixture.lifecycle.stop(() -> {
        });
        awaitLatch(stopping);
        attempt.succeed();
        fixture.lifecycle.stop();
        assertThat(attempt.future.isCancelled() || attempt.closed.isDone()).isTrue();
        assertThat(fixture.publisher.count(AccountOnlineEvent.class)).isZero();
    }

    @Test
    void whenAStopComesDuringBackOffThenNoAttemptFollows() {
        AccountsFixture fixture = new AccountsFixture(new AccountRuntimeSettings(
                new ConnectSettings(Duration.ofSeconds(10), Duration.ofHours(1), Duration.ofHours(1), 0,
                        Duration.ofSeconds(30)),
                100, Duration.ofSeconds(10), Duration.ofSeconds(10), false, ThreadMode.PLATFORM,
                0), "alice");
        fixture.lifecycle.start();
        fixture.connector.next().fail(Retry.BACK_OFF);
        await().until(() -> fixture.accounts.get("alice").status() == AccountStatus.OFFLINE);
        fixture.lifecycle.stop();
        assertThat(fixture.accounts.get("alice").status()).isEqualTo(AccountStatus.STOPPED);
        assertThat(fixture.connector.count()).isEqualTo(1);
    }

    @Test
    void whenThePlatformBecomesReachableThenTheBackOffIsCutShort() {
        try (AccountsFixture fixture = new AccountsFixture(new AccountRuntimeSettings(
                new ConnectSettings(Duration.ofSeconds(10), Duration.ofHours(1), Duration.ofHours(1), 0,
                        Duration.ofSeconds(30)),
                100, Duration.ofSeconds(10), Duration.ofSeconds(10), false, ThreadMode.PLATFORM,
                0), "alice")) {
            fixture.lifecycle.start();
            ScriptedConnector.Attempt first = fixture.connector.next();
            first.fail(Retry.BACK_OFF);
            await().until(() -> fixture.accounts.get("alice").status() == AccountStatus.OFFLINE);
            first.listener().reachable();
            ScriptedConnector.Attempt second = fixture.connector.next();
            second.listener().reachable();
            second.fail(Retry.BACK_OFF);
            fixture.connector.next().succeed();
            await().until(() -> fixture.accounts.get("alice").status() == AccountStatus.ONLINE);
        }
    }

    @Test
    void whenStoppedTwiceThenEachCallbackRunsOnceAndTheWorkIsDoneOnce() {
        AccountsFixture fixture = new AccountsFixture("alice");
        fixture.startOnline();
        await().until(() -> fixture.publisher.count(AccountLaunchedEvent.class) == 1);
        AtomicInteger callbacks = new AtomicInteger();
        fixture.lifecycle.stop(callbacks::incrementAndGet);
        fixture.lifecycle.stop(callbacks::incrementAndGet);
        await().until(() -> callbacks.get() == 2);
        fixture.lifecycle.stop(callbacks::incrementAndGet);
        assertThat(callbacks).hasValue(3);
        assertThat(fixture.publisher.count(ApplicationShutdownEvent.class)).isEqualTo(1);
        assertThat(fixture.lifecycle.isRunning()).isFalse();
    }

    @Test
    void whenItIsStoppedByOneThreadThenAnotherCanStartIt() throws Exception {
        try (AccountsFixture fixture = new AccountsFixture("alice")) {
            assertThat(fixture.lifecycle.getPhase()).isEqualTo(AccountLifecycle.DEFAULT_PHASE);
            for (int i = 0; i < 2; i++) {
                fixture.startOnline();
                assertThat(fixture.lifecycle.isRunning()).isTrue();
                CompletableFuture.runAsync(fixture.lifecycle::stop).get(10, TimeUnit.SECONDS);
                assertThat(fixture.lifecycle.isRunning()).isFalse();
            }
        }
    }

    @Test
    void whenAnAccountWasStoppedThenTheNextStartOfTheApplicationStartsIt() {
        try (AccountsFixture fixture = new AccountsFixture("alice")) {
            fixture.startOnline();
            fixture.accounts.stop("alice");
            fixture.lifecycle.stop();
            fixture.startOnline();
            assertThat(fixture.accounts.get("alice").status()).isEqualTo(AccountStatus.ONLINE);
        }
    }

    @Test
    void whenAnAccountIsAddedDuringAStopThenItIsNotStartedAndCanBeStopped() {
        AccountsFixture fixture = new AccountsFixture("alice");
        fixture.startOnline();
        AtomicBoolean bobStopped = new AtomicBoolean();
        fixture.publisher.listen((event) -> {
            if (event instanceof ApplicationShutdownEvent) {
                fixture.accounts.add("bob", AccountSettings.of(20002, ScriptedConnector.SETTINGS));
                fixture.accounts.stop("bob");
                bobStopped.set(true);
            }
        });
        fixture.lifecycle.stop();
        assertThat(bobStopped).isTrue();
        assertThat(fixture.accounts.get("bob").status()).isEqualTo(AccountStatus.NEW);
        assertThat(fixture.connector.count()).isEqualTo(1);
    }

    @Test
    void whenACallbackOfTheStopThrowsAndTheLogFailsThenTheOthersRun() {
        AccountsFixture fixture = new AccountsFixture("alice");
        fixture.startOnline();
        AtomicInteger callbacks = new AtomicInteger();
        CountDownLatch both = new CountDownLatch(1);
        fixture.publisher.listen((event) -> {
            if (event instanceof ApplicationShutdownEvent) {
                awaitLatch(both);
            }
        });
        for (int i = 0; i < 2; i++) {
            fixture.lifecycle.stop(() -> {
                callbacks.incrementAndGet();
                throw new IllegalStateException("a callback that fails");
            });
        }
        try (FailingLog failing = new FailingLog(AccountLifecycle.class)) {
            both.countDown();
            // The handler of uncaught exceptions is told what the log throws.
            await().dontCatchUncaughtExceptions().until(() -> callbacks.get() == 2);
        }
    }

    @Test
    void whenStartedDuringAStopThenTheStartWaitsForItsEnd() {
        AccountsFixture fixture = new AccountsFixture("alice");
        fixture.startOnline();
        await().until(() -> fixture.publisher.count(AccountLaunchedEvent.class) == 1);
        CountDownLatch inListener = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        fixture.publisher.listen((event) -> {
            if (event instanceof AccountShutdownEvent) {
                inListener.countDown();
                awaitLatch(goOn);
            }
        });
        fixture.lifecycle.stop(() -> {
        });
        awaitLatch(inListener);
        Thread starter = new Thread(fixture.lifecycle::start);
        starter.start();
        await().until(() -> starter.getState() == Thread.State.WAITING);
        assertThat(fixture.publisher.count(ApplicationLaunchedEvent.class)).isEqualTo(1);
        goOn.countDown();
        fixture.connector.next().succeed();
        await().until(() -> fixture.publisher.count(AccountLaunchedEvent.class) == 2);
        List<String> events = fixture.publisher.lifecycle();
        assertThat(events.indexOf("ApplicationShutdown:alice"))
            .isLessThan(events.lastIndexOf("ApplicationLaunched:alice"));
        fixture.close();
    }

    @Test
    void whenAStopIsUnderWayThenNoThreadOfItHoldsTheProcessAndNoneIsLeftAfterwards() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        AccountsFixture fixture = new AccountsFixture("alice");
        fixture.startOnline();
        await().until(() -> fixture.publisher.count(AccountLaunchedEvent.class) == 1);
        List<Thread> during = new CopyOnWriteArrayList<>();
        fixture.publisher.listen((event) -> {
            if (event instanceof ApplicationShutdownEvent) {
                during.addAll(ownThreads(before));
            }
        });
        fixture.lifecycle.stop();
        assertThat(during).isNotEmpty().allMatch(Thread::isDaemon);
        await().untilAsserted(() -> assertThat(ownThreads(before)).isEmpty());
    }

    private static List<Thread> ownThreads(Set<Thread> before) {
        return Thread.getAllStackTraces().keySet().stream()
            .filter((thread) -> !before.contains(thread) && thread.getName().startsWith("ariadne-")).toList();
    }

    @Test
    @Tag("mass")
    void whenStartedAndStoppedAHundredTimesThenEventsAreCountedAndNoThreadIsLeft() {
        // Contexts that other tests have left in the cache of the test framework have threads of their own.
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        AccountsFixture fixture = new AccountsFixture("alice");
        for (int i = 0; i < 100; i++) {
            int cycle = i + 1;
            fixture.startOnline();
            await().pollInterval(Duration.ofMillis(1))
                .until(() -> fixture.publisher.count(AccountLaunchedEvent.class) == cycle);
            fixture.lifecycle.stop();
        }
        assertThat(fixture.publisher.count(ApplicationLaunchedEvent.class)).isEqualTo(100);
        assertThat(fixture.publisher.count(AccountShutdownEvent.class)).isEqualTo(100);
        assertThat(fixture.publisher.count(ApplicationShutdownEvent.class)).isEqualTo(100);
        assertThat(fixture.connector.count()).isEqualTo(100);
        await().untilAsserted(() -> assertThat(ownThreads(before)).isEmpty());
    }

    @Test
    void whenAnEventIsPublishedThenItsAccountIsCurrent() {
        try (AccountsFixture fixture = new AccountsFixture("alice", "bob")) {
            AtomicReference<@Nullable Throwable> wrong = new AtomicReference<>();
            fixture.publisher.listen((event) -> {
                try {
                    Ariadne expected = ((AriadneLifecycleEvent) event).getAriadne();
                    assertThat(Ariadne.current()).isSameAs(expected);
                    assertThat(Ariadne.current(10002).name()).isEqualTo("bob");
                    assertThat(Ariadne.current("alice").id()).isEqualTo(10001);
                }
                catch (Throwable ex) {
                    wrong.compareAndSet(null, ex);
                }
            });
            fixture.lifecycle.start();
            fixture.connector.next().succeed();
            fixture.connector.next().succeed();
            await().until(() -> fixture.publisher.count(AccountLaunchedEvent.class) == 2);
            assertThat(wrong).hasValue(null);
            assertThat(CurrentAriadne.get()).isNull();
            assertThatIllegalStateException().isThrownBy(Ariadne::current).withMessageContaining("inject the bean");
        }
    }

    @Test
    void whenTheApplicationRunsThenTheStageTellsSo() {
        AccountsFixture fixture = new AccountsFixture("alice");
        Ariadne alice = fixture.accounts.get("alice");
        List<LaunchStage> stages = new CopyOnWriteArrayList<>();
        fixture.publisher.listen((event) -> stages.add(alice.launchStatus().stage()));
        assertThat(alice.launchStatus().stage()).isEqualTo(LaunchStage.PREPARING);
        fixture.startOnline();
        await().until(() -> stages.size() == 3);
        fixture.accounts.beginStop();
        assertThat(alice.launchStatus().stage().isRunning()).isFalse();
        assertThat(alice.status()).isEqualTo(AccountStatus.ONLINE);
        fixture.lifecycle.stop();
        assertThat(stages).containsExactly(LaunchStage.PREPARING, LaunchStage.BLOCKING, LaunchStage.BLOCKING,
                LaunchStage.CLEANING, LaunchStage.CLEANING, LaunchStage.CLEANING);
        assertThat(alice.launchStatus().stage()).isEqualTo(LaunchStage.FINISHED);
    }

    @Test
    void whenAnAccountIsStoppedAloneThenOnlyItEndsAndItCanBeStartedAgain() {
        try (AccountsFixture fixture = new AccountsFixture("alice", "bob")) {
            fixture.lifecycle.start();
            fixture.connector.next().succeed();
            fixture.connector.next().succeed();
            await().until(() -> fixture.publisher.count(AccountLaunchedEvent.class) == 2);
            fixture.accounts.stop("bob");
            fixture.accounts.stop("bob");
            assertThat(fixture.accounts.get("bob").status()).isEqualTo(AccountStatus.STOPPED);
            assertThat(fixture.accounts.get("bob").launchStatus().stage()).isEqualTo(LaunchStage.FINISHED);
            assertThat(fixture.accounts.get("alice").status()).isEqualTo(AccountStatus.ONLINE);
            assertThat(fixture.publisher.of(AccountShutdownEvent.class)).singleElement()
                .satisfies((event) -> assertThat(event.getReason()).isEqualTo(ShutdownReason.ACCOUNT_STOPPED));
            fixture.accounts.start("bob");
            fixture.accounts.start("bob");
            fixture.connector.next().succeed();
            await().until(() -> fixture.publisher.count(AccountLaunchedEvent.class) == 3);
            assertThat(fixture.connector.hasNext()).isFalse();
        }
    }

    @Test
    void whenAnAccountIsStartedDuringItsStopThenItStartsAfterwards() {
        try (AccountsFixture fixture = new AccountsFixture("alice")) {
            fixture.startOnline();
            await().until(() -> fixture.publisher.count(AccountLaunchedEvent.class) == 1);
            fixture.publisher.listen((event) -> {
                if (event instanceof AccountShutdownEvent) {
                    fixture.accounts.start("alice");
                }
            });
            fixture.accounts.stop("alice");
            fixture.connector.next().succeed();
            await().until(() -> fixture.publisher.count(AccountLaunchedEvent.class) == 2);
            fixture.publisher.listen((event) -> {
            });
        }
    }

    @Test
    void whenAnAccountIsAddedAndRemovedThenItGoesThroughTheSameEvents() {
        try (AccountsFixture fixture = new AccountsFixture("alice")) {
            fixture.startOnline();
            await().until(() -> fixture.publisher.count(AccountLaunchedEvent.class) == 1);
            Ariadne carol = fixture.accounts.add("carol", AccountSettings.of(10003, ScriptedConnector.SETTINGS));
            fixture.connector.next().succeed();
            await().until(() -> fixture.publisher.lifecycle().contains("AccountLaunched:carol"));
            assertThat(fixture.accounts).containsExactly(fixture.accounts.get("alice"), carol);
            assertThatIllegalArgumentException()
                .isThrownBy(() -> fixture.accounts.add("dora", AccountSettings.of(10003, ScriptedConnector.SETTINGS)))
                .withMessageContaining("10003").withMessageContaining("carol");
            assertThatIllegalArgumentException()
                .isThrownBy(() -> fixture.accounts.add("carol", AccountSettings.of(10004, ScriptedConnector.SETTINGS)));
            assertThatIllegalArgumentException().isThrownBy(
                    () -> fixture.accounts.add("dora", AccountSettings.of(10004, () -> "carrier-pigeon")))
                .withMessageContaining("carrier-pigeon");
            assertThatIllegalStateException().isThrownBy(() -> fixture.accounts.remove("alice"));
            fixture.accounts.remove("carol");
            assertThat(fixture.accounts).hasSize(1);
            assertThat(fixture.publisher.of(AccountShutdownEvent.class)).singleElement()
                .satisfies((event) -> assertThat(event.getReason()).isEqualTo(ShutdownReason.ACCOUNT_REMOVED));
        }
    }

    @Test
    void whenACompanionJoinsLateThenItIsToldOfWhatHasHappened() {
        try (AccountsFixture fixture = new AccountsFixture("alice")) {
            fixture.startOnline();
            await().until(() -> fixture.publisher.count(AccountLaunchedEvent.class) == 1);
            List<String> told = new CopyOnWriteArrayList<>();
            AccountCompanion companion = new RecordingCompanion(told);
            fixture.accounts.join(companion);
            await().until(() -> told.equals(List.of("launched alice", "online alice")));
            fixture.accounts.stop("alice");
            assertThat(told).containsExactly("launched alice", "online alice", "stop alice");
            fixture.accounts.leave(companion);
        }
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        }
        catch (InterruptedException ex) {
            throw new AssertionError(ex);
        }
    }

    private record RecordingCompanion(List<String> told) implements AccountCompanion {

        @Override
        public void launched(Ariadne ariadne) {
            this.told.add("launched " + ariadne.name());
        }

        @Override
        public void online(Ariadne ariadne) {
            this.told.add("online " + ariadne.name());
        }

        @Override
        public void offline(Ariadne ariadne) {
            this.told.add("offline " + ariadne.name());
        }

        @Override
        public CompletableFuture<?> stop(Ariadne ariadne) {
            this.told.add("stop " + ariadne.name());
            return CompletableFuture.completedFuture(null);
        }

    }

    private record StopCompanion(Supplier<CompletableFuture<?>> onStop)
            implements AccountCompanion {

        @Override
        public void launched(Ariadne ariadne) {
        }

        @Override
        public void online(Ariadne ariadne) {
        }

        @Override
        public void offline(Ariadne ariadne) {
        }

        @Override
        public CompletableFuture<?> stop(Ariadne ariadne) {
            return this.onStop.get();
        }

    }

}
