package dev.ariadne.background;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

/**
 * Tests for tasks of the scope {@link BackgroundScope#CONNECTION}.
 */
class ConnectionScopeTests {

    private final TaskFixture fixture = new TaskFixture();

    private final CountDownLatch release = new CountDownLatch(1);

    private final AtomicInteger alive = new AtomicInteger();

    private final AtomicInteger mostAlive = new AtomicInteger();

    @BeforeEach
    void start() {
        this.fixture.lifecycle.start();
        this.fixture.accounts.launch("alice");
    }

    @AfterEach
    void stop() {
        this.release.countDown();
        this.fixture.close();
    }

    private BackgroundTaskHandle add(BackgroundTask task) {
        return this.fixture.tasks
            .add(BackgroundTaskDefinition.named("link").task(task).scope(BackgroundScope.CONNECTION).build());
    }

    /** Does not end before it is released, whatever it is told. */
    private void linger(BackgroundContext context) {
        this.mostAlive.accumulateAndGet(this.alive.incrementAndGet(), Math::max);
        try {
            boolean released = false;
            while (!released) {
                try {
                    this.release.await();
                    released = true;
                    context.sleep(Duration.ofDays(1));
                }
                catch (InterruptedException ex) {
                    // Lingers on.
                }
            }
        }
        finally {
            this.alive.decrementAndGet();
        }
    }

    private static void awaitState(BackgroundTaskHandle handle, BackgroundTaskState state) {
        Awaitility.await().untilAsserted(() -> assertThat(handle.state()).isEqualTo(state));
    }

    @Test
    void whenLinkIsLostFiveTimesThenEachConnectionHasItsRun() {
        Script script = new Script();
        BackgroundTaskHandle handle = add(script);
        assertThat(handle.state()).isEqualTo(BackgroundTaskState.WAITING);
        for (int run = 1; run <= 6; run++) {
            this.fixture.accounts.online("alice");
            assertThat(script.awaitRun().run()).isEqualTo(run);
            assertThat(this.fixture.event()).isEqualTo("Started alice/link#" + run);
            this.fixture.accounts.offline("alice");
            awaitState(handle, BackgroundTaskState.WAITING);
        }
        this.fixture.lifecycle.stop();
        assertThat(this.fixture.events).containsExactly("Ended alice/link#6 CANCELLED");
    }

    @Test
    void whenTaskIsAddedWhileOnlineThenItRunsAtOnce() {
        this.fixture.accounts.online("alice");
        Script script = new Script();
        add(script);
        assertThat(script.awaitRun().run()).isOne();
    }

    @Test
    @Tag("mass")
    void whenLinkFlapsFasterThanTheRunEndsThenFinallyOneRunsIfOnline() {
        BackgroundTaskHandle handle = add(this::linger);
        for (int i = 0; i < 20; i++) {
            this.fixture.accounts.online("alice");
            Awaitility.await().untilAtomic(this.alive, is(1));
            this.fixture.accounts.offline("alice");
        }
        this.fixture.accounts.online("alice");
        assertThat(handle.state()).isEqualTo(BackgroundTaskState.STOPPING);
        this.release.countDown();
        assertThat(this.fixture.event()).isEqualTo("Started alice/link#1");
        assertThat(this.fixture.event()).isEqualTo("Started alice/link#2");
        awaitState(handle, BackgroundTaskState.RUNNING);
        this.fixture.lifecycle.stop();
        assertThat(this.mostAlive).hasValue(1);
        assertThat(this.fixture.events).containsExactly("Ended alice/link#2 CANCELLED");
    }

    @Test
    @Tag("mass")
    void whenLinkFlapsFasterThanTheRunEndsThenFinallyNoneRunsIfOffline() {
        BackgroundTaskHandle handle = add(this::linger);
        for (int i = 0; i < 20; i++) {
            this.fixture.accounts.online("alice");
            this.fixture.accounts.offline("alice");
        }
        this.release.countDown();
        awaitState(handle, BackgroundTaskState.WAITING);
        assertThat(this.alive).hasValue(0);
        assertThat(this.mostAlive).hasValueLessThanOrEqualTo(1);
    }

    @Test
    void whenRunIgnoresThatTheLinkIsLostThenItIsWaitedForAndNamedOnce() {
        BackgroundTaskHandle handle = add(this::linger);
        this.fixture.accounts.online("alice");
        assertThat(this.fixture.event()).isEqualTo("Started alice/link#1");
        Awaitility.await().untilAtomic(this.alive, is(1));
        this.fixture.accounts.offline("alice");
        assertThat(this.fixture.scheduler.waiting()).isOne();
        this.fixture.scheduler.advance(TaskFixture.SETTINGS.awaitTimeout());
        assertThat(this.fixture.scheduler.waiting()).isZero();
        assertThat(handle.state()).isEqualTo(BackgroundTaskState.STOPPING);
        this.release.countDown();
        awaitState(handle, BackgroundTaskState.WAITING);
        assertThat(this.fixture.events).isEmpty();
    }

    @Test
    void whenLinkIsLostInBackOffThenTheNextConnectionBeginsAtOnce() {
        Script script = new Script();
        BackgroundTaskHandle handle = add(script);
        this.fixture.accounts.online("alice");
        script.fail(new IllegalStateException("broken"));
        awaitState(handle, BackgroundTaskState.BACKING_OFF);
        this.fixture.accounts.offline("alice");
        awaitState(handle, BackgroundTaskState.WAITING);
        assertThat(this.fixture.scheduler.waiting()).isZero();
        this.fixture.accounts.online("alice");
        awaitState(handle, BackgroundTaskState.RUNNING);
    }

    @Test
    void whenRunHasCompletedThenTheNextConnectionBeginsAnother() {
        Script script = new Script();
        BackgroundTaskHandle handle = add(script);
        this.fixture.accounts.online("alice");
        script.complete();
        awaitState(handle, BackgroundTaskState.COMPLETED);
        this.fixture.accounts.offline("alice");
        assertThat(handle.state()).isEqualTo(BackgroundTaskState.COMPLETED);
        this.fixture.accounts.online("alice");
        awaitState(handle, BackgroundTaskState.RUNNING);
    }

    @ParameterizedTest
    @CsvSource({ "NEVER, FAILED, RUNNING", "ON_FAILURE, PARKED, PARKED" })
    void whenRunHasFailedThenTheNextConnectionBeginsAnotherUnlessTheTaskIsParked(RestartPolicy policy,
            BackgroundTaskState failed, BackgroundTaskState online) throws Exception {
        Script script = new Script();
        BackgroundTaskHandle handle = this.fixture.tasks.add(BackgroundTaskDefinition.named("link")
            .task(script)
            .scope(BackgroundScope.CONNECTION)
            .restart(new RestartSettings(policy, Duration.ofSeconds(1), 1, Duration.ofSeconds(1), 0,
                    Duration.ofMinutes(1), 0, Duration.ofMinutes(5), OnExhausted.PARK))
            .build());
        this.fixture.accounts.online("alice");
        script.fail(new IllegalStateException("broken"));
        awaitState(handle, failed);
        assertThat(handle.await(Duration.ofSeconds(10))).isTrue();
        this.fixture.accounts.offline("alice");
        this.fixture.accounts.online("alice");
        awaitState(handle, online);
    }

}
