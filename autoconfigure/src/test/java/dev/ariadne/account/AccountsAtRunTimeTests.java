package dev.ariadne.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

import dev.ariadne.AccountSettings;
import dev.ariadne.AccountStatus;
import dev.ariadne.Ariadne;
import dev.ariadne.concurrent.ManualScheduler;
import dev.ariadne.concurrent.Scheduler;
import dev.ariadne.event.AccountLaunchedEvent;
import dev.ariadne.event.ApplicationLaunchedEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for accounts that are added and removed while the application runs, and while something else is under way.
 */
class AccountsAtRunTimeTests {

    private final List<String> told = new CopyOnWriteArrayList<>();

    private final CompletableFuture<Void> mayStop = new CompletableFuture<>();

    private AccountsFixture fixture = new AccountsFixture("alice");

    @AfterEach
    void close() {
        this.mayStop.complete(null);
        this.fixture.close();
    }

    private Ariadne add(String name) {
        return this.fixture.accounts.add(name, AccountSettings.of(20000 + name.length(), ScriptedConnector.SETTINGS));
    }

    /** Removes an account by another thread, which waits for the companion. */
    private CompletableFuture<Void> beginRemoval(String name) {
        CompletableFuture<Void> removed = CompletableFuture.runAsync(() -> this.fixture.accounts.remove(name));
        await().until(() -> this.told.contains("stop " + name));
        return removed;
    }

    @Test
    void whenAnAccountIsBeingRemovedThenItCannotBeStarted() {
        this.fixture.accounts.join(new Companion());
        this.fixture.startOnline();
        add("carol");
        ScriptedConnector.Attempt link = this.fixture.nextOnline();
        CompletableFuture<Void> removed = beginRemoval("carol");
        assertThatIllegalStateException().isThrownBy(() -> this.fixture.accounts.start("carol"))
            .withMessageContaining("carol").withMessageContaining("being removed");
        this.mayStop.complete(null);
        removed.join();
        assertThat(link.closed).isDone();
        assertThat(this.fixture.accounts).hasSize(1);
        assertThat(this.fixture.connector.hasNext()).isFalse();
    }

    @Test
    void whenAnAccountIsRemovedTwiceThenThatIsToldOnce() {
        this.fixture.accounts.join(new Companion());
        this.fixture.startOnline();
        add("carol");
        this.fixture.nextOnline();
        CompletableFuture<Void> removed = beginRemoval("carol");
        Thread again = new Thread(() -> this.fixture.accounts.remove("carol"));
        again.start();
        await().until(() -> again.getState() == Thread.State.WAITING);
        this.mayStop.complete(null);
        removed.join();
        await().until(() -> again.getState() == Thread.State.TERMINATED);
        assertThat(this.fixture.connector.told).containsOnlyOnce("removed carol");
        assertThat(this.told).containsOnlyOnce("removed carol");
    }

    @Test
    void whenAnAccountIsAddedWhileTheOnlyOneIsRemovedThenItBecomesTheDefault() {
        this.fixture.accounts.join(new Companion());
        this.fixture.startOnline();
        CompletableFuture<Void> removed = beginRemoval("alice");
        Ariadne bob = add("bob");
        this.mayStop.complete(null);
        removed.join();
        assertThat(this.fixture.accounts.getDefault()).isSameAs(bob);
    }

    @Test
    void whenTheFirstAccountIsAddedAfterTheStartThenTheApplicationIsLaunchedByIt() {
        this.fixture = new AccountsFixture();
        this.fixture.lifecycle.start();
        this.fixture.accounts.join(new Companion());
        assertThat(this.fixture.publisher.events).isEmpty();
        add("alice");
        assertThat(this.fixture.publisher.lifecycle()).containsExactly("ApplicationLaunched:alice");
        this.fixture.nextOnline();
        add("bob");
        this.fixture.nextOnline();
        await().until(() -> this.told.contains("launched bob"));
        assertThat(this.told).startsWith("application launched alice").containsOnlyOnce("application launched alice");
        this.mayStop.complete(null);
        this.fixture.lifecycle.stop();
        assertThat(this.fixture.publisher.lifecycle()).containsOnlyOnce("ApplicationLaunched:alice")
            .endsWith("ApplicationShutdown:alice");
    }

    @Test
    void whenTheDefaultAccountIsReplacedThenTheShutdownIsBoundToTheNewOne() {
        this.fixture.startOnline();
        this.fixture.accounts.remove("alice");
        add("bob");
        this.fixture.nextOnline();
        await().until(() -> this.fixture.publisher.lifecycle().contains("AccountLaunched:bob"));
        this.fixture.lifecycle.stop();
        assertThat(this.fixture.publisher.of(ApplicationLaunchedEvent.class)).hasSize(1);
        assertThat(this.fixture.publisher.lifecycle()).endsWith("ApplicationShutdown:bob");
    }

    @Test
    void whenTheLastAccountIsRemovedThenTheApplicationIsShutDownAllTheSame() {
        this.fixture.startOnline();
        this.fixture.accounts.remove("alice");
        this.fixture.lifecycle.stop();
        assertThat(this.fixture.publisher.lifecycle()).endsWith("ApplicationShutdown:alice");
    }

    @Test
    void whenAnAccountIsAddedByAListenerOfTheApplicationsLaunchThenItConnectsAfterThat() {
        AtomicReference<@Nullable AccountStatus> duringLaunch = new AtomicReference<>();
        this.fixture.publisher.listen((event) -> {
            if (event instanceof ApplicationLaunchedEvent) {
                duringLaunch.set(add("carol").status());
            }
        });
        this.fixture.lifecycle.start();
        assertThat(duringLaunch).hasValue(AccountStatus.NEW);
        this.fixture.nextOnline();
        this.fixture.nextOnline();
        await().until(() -> this.fixture.publisher.count(AccountLaunchedEvent.class) == 2);
    }

    @Test
    void whenACompanionJoinsWhileAnAccountBeginsThenItIsToldOfIt() {
        BeginningTime time = new BeginningTime();
        this.fixture = new AccountsFixture(AccountsFixture.settings(), AccountObserver.NONE, (name) -> time, "alice");
        this.fixture.startOnline();
        Thread joiner = new Thread(() -> this.fixture.accounts.join(new Companion()));
        time.onNow(() -> {
            joiner.start();
            await().until(() -> joiner.getState() == Thread.State.TERMINATED
                    || joiner.getState() == Thread.State.WAITING);
        });
        add("carol");
        this.fixture.nextOnline();
        await().until(() -> this.told.contains("launched carol"));
        await().until(() -> this.told.contains("launched alice"));
    }

    /** A time that is asked for the first time when a session has been made, and is not its account's yet. */
    private static final class BeginningTime implements Scheduler {

        private final ManualScheduler time = new ManualScheduler();

        private final AtomicReference<Runnable> onNow = new AtomicReference<>(() -> {
        });

        void onNow(Runnable action) {
            this.onNow.set(action);
        }

        @Override
        public Instant now() {
            this.onNow.getAndSet(() -> {
            }).run();
            return this.time.now();
        }

        @Override
        public long nanoTime() {
            return this.time.nanoTime();
        }

        @Override
        public Timer after(Duration delay, Runnable action) {
            return this.time.after(delay, action);
        }

        @Override
        public void close() {
            this.time.close();
        }

    }

    /** Stops accounts when the test says so. */
    private final class Companion implements AccountCompanion {

        private void note(String what, Ariadne ariadne) {
            AccountsAtRunTimeTests.this.told.add(what + " " + ariadne.name());
        }

        @Override
        public void applicationLaunched(Ariadne ariadne) {
            note("application launched", ariadne);
        }

        @Override
        public void launched(Ariadne ariadne) {
            note("launched", ariadne);
        }

        @Override
        public void online(Ariadne ariadne) {
            note("online", ariadne);
        }

        @Override
        public void offline(Ariadne ariadne) {
            note("offline", ariadne);
        }

        @Override
        public CompletionStage<?> stop(Ariadne ariadne) {
            note("stop", ariadne);
            return AccountsAtRunTimeTests.this.mayStop;
        }

        @Override
        public void removed(Ariadne ariadne) {
            note("removed", ariadne);
        }

    }

}
