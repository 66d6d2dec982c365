package dev.ariadne.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

import dev.ariadne.AccountSettings;
import dev.ariadne.AccountStatus;
import dev.ariadne.Ariadne;
import dev.ariadne.LaunchStage;
import dev.ariadne.concurrent.ManualScheduler;
import dev.ariadne.concurrent.SchedulerFactory;
import dev.ariadne.concurrent.ThreadMode;
import dev.ariadne.event.AccountLaunchedEvent;
import dev.ariadne.event.AccountShutdownEvent;
import dev.ariadne.event.ApplicationShutdownEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link AccountRegistry}: which accounts there are, and what may be done with them when.
 */
class AccountRegistryTests {

    private final Set<Thread> before = Thread.getAllStackTraces().keySet();

    private final List<String> observed = new CopyOnWriteArrayList<>();

    private final AccountsFixture fixture = new AccountsFixture(settings(), new AccountObserver() {

        @Override
        public void added(Ariadne ariadne) {
            AccountRegistryTests.this.observed.add("added " + ariadne.name());
        }

        @Override
        public void removed(Ariadne ariadne) {
            AccountRegistryTests.this.observed.add("removed " + ariadne.name());
        }

    }, "alice");

    private final AccountRegistry accounts = this.fixture.accounts;

    private static AccountRuntimeSettings settings() {
        ConnectSettings connect = new ConnectSettings(Duration.ofSeconds(10), Duration.ofMillis(1),
                Duration.ofMillis(5), 0, Duration.ofSeconds(30));
        return new AccountRuntimeSettings(connect, 100, Duration.ofSeconds(10), Duration.ofSeconds(10), true,
                ThreadMode.PLATFORM, AccountLifecycle.DEFAULT_PHASE);
    }

    private static AccountSettings withId(long id) {
        return AccountSettings.of(id, ScriptedConnector.SETTINGS);
    }

    @AfterEach
    void close() {
        this.fixture.close();
        await().untilAsserted(() -> assertThat(keepAliveThreads()).isEmpty());
    }

    /** Those that other tests have left in the contexts that they share do not count. */
    private List<Thread> keepAliveThreads() {
        return Thread.getAllStackTraces().keySet().stream()
            .filter((thread) -> thread.getName().equals("ariadne-keep-alive") && !this.before.contains(thread)).toList();
    }

    @Test
    void whenAnAccountIsNotKnownThenTheErrorNamesThoseThatAre() {
        this.accounts.add("bob", withId(10002));
        assertThat(this.accounts.get(10002).name()).isEqualTo("bob");
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> this.accounts.get("carol"))
            .withMessageContaining("'carol'").withMessageContaining("alice (10001), bob (10002)");
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> this.accounts.get(10003))
            .withMessageContaining("10003").withMessageContaining("alice (10001), bob (10002)");
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> this.accounts.start("carol"));
        assertThat(this.accounts.settings("bob").id()).isEqualTo(10002);
    }

    @Test
    void whenTheLastAccountIsRemovedThenThereIsNoDefaultUntilAnotherIsAdded() {
        assertThat(this.accounts.getDefault().name()).isEqualTo("alice");
        this.accounts.remove("alice");
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(this.accounts::getDefault)
            .withMessageContaining("none is configured below ariadne.accounts");
        this.accounts.add("bob", withId(10001));
        assertThat(this.accounts.getDefault().name()).isEqualTo("bob");
        this.accounts.add("carol", withId(10003));
        assertThat(this.accounts.getDefault().name()).isEqualTo("bob");
    }

    @Test
    void whenAccountsComeAndGoThenConnectorAndObserverAreToldOnce() {
        this.accounts.add("bob", withId(10002));
        assertThatIllegalArgumentException().isThrownBy(() -> this.accounts.add("carol", withId(10002)));
        assertThatIllegalArgumentException().isThrownBy(() -> this.accounts.add("bob", withId(10003)));
        assertThatIllegalArgumentException().isThrownBy(() -> this.accounts.add(" ", withId(10004)))
            .withMessageContaining("needs a name");
        this.accounts.remove("bob");
        assertThat(this.fixture.connector.told).containsExactly("added alice", "added bob", "removed bob");
        assertThat(this.observed).containsExactlyElementsOf(this.fixture.connector.told);
    }

    @Test
    void whenAnAccountIsTakenWhileItIsAddedThenTheConnectorForgetsIt() {
        this.fixture.connector.onAdded((name) -> {
            if (name.equals("bob")) {
                this.accounts.add("carol", withId(10002));
            }
        });
        assertThatIllegalArgumentException().isThrownBy(() -> this.accounts.add("bob", withId(10002)));
        assertThat(this.fixture.connector.told).containsExactly("added alice", "added bob", "added carol",
                "removed bob");
        assertThat(this.observed).containsExactly("added alice", "added carol");
        assertThat(this.accounts).extracting(Ariadne::name).containsExactly("alice", "carol");
    }

    @Test
    void whenTheApplicationDoesNotRunThenAccountsAreNewAndCannotBeStarted() {
        assertThat(this.accounts.stage()).isEqualTo(LaunchStage.PREPARING);
        assertThat(this.accounts.snapshot("alice"))
            .isEqualTo(new AccountSnapshot(AccountStatus.NEW, null, 0, null, null));
        assertThatIllegalStateException().isThrownBy(() -> this.accounts.start("alice"))
            .withMessageContaining("not running");
        this.accounts.stop("alice");
        this.accounts.beginStop();
        this.fixture.startOnline();
        await().until(() -> this.fixture.publisher.count(AccountLaunchedEvent.class) == 1);
        assertThat(this.accounts.stage()).isEqualTo(LaunchStage.BLOCKING);
        assertThat(this.accounts.snapshot("alice").connectAttempts()).isEqualTo(1);
        this.fixture.lifecycle.stop();
        assertThat(this.accounts.stage()).isEqualTo(LaunchStage.FINISHED);
        assertThatIllegalStateException().isThrownBy(() -> this.accounts.start("alice"));
        this.fixture.lifecycle.stop();
        assertThat(this.fixture.publisher.count(ApplicationShutdownEvent.class)).isEqualTo(1);
    }

    @Test
    void whenADaemonStartsTheAccountsThenTheProcessIsKeptAliveAllTheSame() throws Exception {
        Thread starter = new Thread(this.fixture.lifecycle::start);
        starter.setDaemon(true);
        starter.start();
        starter.join();
        assertThat(keepAliveThreads()).singleElement().satisfies((thread) -> assertThat(thread.isDaemon()).isFalse());
    }

    @Test
    void whenThereAreAccountsThenTheProcessIsKeptAliveWhileTheyRun() {
        assertThat(keepAliveThreads()).isEmpty();
        this.fixture.startOnline();
        assertThat(keepAliveThreads()).singleElement().satisfies((thread) -> assertThat(thread.isDaemon()).isFalse());
        this.accounts.remove("alice");
        await().untilAsserted(() -> assertThat(keepAliveThreads()).isEmpty());
        this.accounts.add("bob", withId(10002));
        assertThat(keepAliveThreads()).hasSize(1);
        this.accounts.add("carol", withId(10003));
        assertThat(keepAliveThreads()).hasSize(1);
        this.accounts.remove("carol");
        assertThat(keepAliveThreads()).hasSize(1);
    }

    @Test
    void whenTheThreadThatStopsAnAccountIsInterruptedThenTheStopGoesOnWithoutIt() {
        this.fixture.startOnline();
        await().until(() -> this.fixture.publisher.count(AccountLaunchedEvent.class) == 1);
        CountDownLatch goOn = new CountDownLatch(1);
        this.fixture.publisher.listen((event) -> {
            if (event instanceof AccountShutdownEvent) {
                await().until(() -> goOn.getCount() == 0);
            }
        });
        Thread.currentThread().interrupt();
        this.accounts.stop("alice");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(this.accounts.get("alice").status()).isEqualTo(AccountStatus.ONLINE);
        goOn.countDown();
        await().until(() -> this.accounts.get("alice").status() == AccountStatus.STOPPED);
    }

    @Test
    void whenAnAccountIsAddedWhileTheStartIsPreparedThenItIsStartedToo() throws Exception {
        AtomicReference<@Nullable Thread> adding = new AtomicReference<>();
        AtomicReference<AccountRegistry> accounts = new AtomicReference<>();
        SchedulerFactory schedulers = (name) -> new ManualScheduler() {

            @Override
            public synchronized Instant now() {
                Thread thread = new Thread(() -> accounts.get().add("bob", withId(10002)));
                if (adding.compareAndSet(null, thread)) {
                    thread.start();
                    await().until(() -> thread.getState() == Thread.State.WAITING || !thread.isAlive());
                }
                return super.now();
            }

        };
        try (AccountsFixture fixture = new AccountsFixture(settings(), AccountObserver.NONE, schedulers, "alice")) {
            accounts.set(fixture.accounts);
            fixture.lifecycle.start();
            Objects.requireNonNull(adding.get()).join();
            await().until(() -> fixture.connector.count() == 2);
        }
    }

    @Test
    void whenAConnectorFailsWhenToldThatAnAccountStopsThenTheAccountStops() {
        this.fixture.startOnline();
        this.fixture.connector.onStopped((name) -> {
            throw new NoClassDefFoundError("a connector that fails");
        });
        this.accounts.stop("alice");
        assertThat(this.accounts.get("alice").status()).isEqualTo(AccountStatus.STOPPED);
        assertThat(this.fixture.connector.told).containsExactly("added alice", "stopped alice");
    }

    @Test
    void whenAnAccountIsStoppedBeforeItsStartThenTheStartLeavesItAlone() {
        this.fixture.publisher.listen((event) -> this.accounts.stop("alice"));
        this.fixture.lifecycle.start();
        await().until(() -> this.accounts.get("alice").status() == AccountStatus.STOPPED);
        assertThat(this.fixture.connector.count()).isZero();
    }

}
