package dev.ariadne.background;

import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.ariadne.Ariadne;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for tasks that do not run: before their launch, and after one whose run has not ended yet.
 */
class TaskWithoutRunTests {

    private static final Duration SOON = Duration.ofSeconds(10);

    private TaskFixture fixture = new TaskFixture();

    private final Script script = new Script();

    @AfterEach
    void stop() {
        this.fixture.close();
    }

    private Ariadne account(String name) {
        return this.fixture.accounts.account(name);
    }

    private BackgroundTaskState stateOf(String account) {
        return this.fixture.tasks.snapshots(account(account)).get(0).state();
    }

    private static CompletableFuture<Void> awaited(BackgroundTaskHandle handle) {
        return CompletableFuture.runAsync(() -> {
            try {
                handle.await();
            }
            catch (InterruptedException ex) {
                throw new IllegalStateException(ex);
            }
        });
    }

    @Test
    void whenATaskHasNotBeenLaunchedThenItsSnapshotsTellWhatIsWished() {
        BackgroundTaskHandle handle = this.fixture.tasks.add("poll", this.script);
        assertThat(this.fixture.tasks.snapshots()).isEmpty();
        BackgroundTaskSnapshot snapshot = this.fixture.tasks.snapshots(account("alice")).get(0);
        assertThat(snapshot).isEqualTo(new BackgroundTaskSnapshot("alice", "poll", BackgroundScope.ACCOUNT,
                BackgroundTaskState.WAITING, null, 0, 0, 0, null, null));
        handle.account("alice").pause();
        assertThat(stateOf("alice")).isEqualTo(BackgroundTaskState.PAUSED);
        assertThat(stateOf("bob")).isEqualTo(BackgroundTaskState.WAITING);
        handle.account("bob").cancel();
        handle.resume();
        assertThat(stateOf("alice")).isEqualTo(BackgroundTaskState.WAITING);
        assertThat(stateOf("bob")).isEqualTo(BackgroundTaskState.CANCELLED);
        handle.account("bob").restart();
        assertThat(stateOf("bob")).isEqualTo(BackgroundTaskState.WAITING);
        handle.pause();
        handle.restart();
        assertThat(stateOf("alice")).isEqualTo(BackgroundTaskState.WAITING);
        assertThat(CompletableFuture.runAsync(handle::pause)).succeedsWithin(SOON);
        assertThat(stateOf("alice")).isEqualTo(BackgroundTaskState.PAUSED);
    }

    @Test
    void whenATaskIsNotForAnAccountThenItHasNoSnapshotThere() {
        this.fixture.tasks.add(BackgroundTaskDefinition.named("some").task(this.script).accounts("bob").build());
        this.fixture.tasks.add(
                BackgroundTaskDefinition.named("clock").task(this.script).scope(BackgroundScope.APPLICATION).build());
        assertThat(this.fixture.tasks.snapshots(account("alice"))).extracting(BackgroundTaskSnapshot::task)
            .containsExactly("clock");
        assertThat(this.fixture.tasks.snapshots(account("bob"))).extracting(BackgroundTaskSnapshot::task)
            .containsExactly("some");
        assertThat(this.fixture.tasks.names()).containsExactlyInAnyOrder("some", "clock");
        assertThat(this.fixture.tasks.get("some").name()).isEqualTo("some");
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> this.fixture.tasks.get("other"))
            .withMessageContaining("'other'");
    }

    @Test
    void whenATaskHasNotBeenLaunchedThenItsEndIsWaitedFor() throws Exception {
        BackgroundTaskHandle handle = this.fixture.tasks.add("poll", this.script);
        BackgroundTaskHandle alice = handle.account("alice");
        assertThat(alice.name()).isEqualTo("poll");
        assertThat(handle.await(Duration.ofMillis(1))).isFalse();
        assertThat(alice.await(Duration.ZERO)).isFalse();
        CompletableFuture<Void> ofAll = awaited(handle);
        CompletableFuture<Void> ofAlice = awaited(alice);
        CompletableFuture<Void> ofBob = awaited(alice.account("bob"));
        this.fixture.lifecycle.start();
        this.fixture.accounts.launch("alice");
        this.script.awaitRun();
        assertThat(stateOf("alice")).isEqualTo(BackgroundTaskState.RUNNING);
        assertThat(ofAll).isNotDone();
        assertThat(ofAlice).isNotDone();
        this.script.complete();
        assertThat(ofAll).succeedsWithin(SOON);
        assertThat(ofAlice).succeedsWithin(SOON);
        assertThat(alice.await(SOON)).isTrue();
        assertThat(ofBob).isNotDone();
        handle.account("bob").cancel();
        assertThat(ofBob).succeedsWithin(SOON);
    }

    @Test
    void whenATaskIsNotForAnAccountThenItsEndIsNotWaitedForThere() throws Exception {
        BackgroundTaskHandle some = this.fixture.tasks
            .add(BackgroundTaskDefinition.named("some").task(this.script).accounts("bob").build());
        BackgroundTaskHandle clock = this.fixture.tasks.add(
                BackgroundTaskDefinition.named("clock").task(this.script).scope(BackgroundScope.APPLICATION).build());
        assertThat(some.account("alice").await(SOON)).isTrue();
        assertThat(some.account("bob").await(Duration.ZERO)).isFalse();
        assertThat(clock.account("bob").await(SOON)).isTrue();
        assertThat(clock.account("alice").await(Duration.ZERO)).isFalse();
    }

    @Test
    void whenATaskIsNotEnabledThenItsEndIsNotWaitedFor() throws Exception {
        BackgroundTaskHandle handle = this.fixture.tasks
            .add(BackgroundTaskDefinition.named("poll").task(this.script).enabled(false).build());
        assertThat(handle.await(SOON)).isTrue();
        this.fixture.lifecycle.start();
        this.fixture.accounts.launch("alice");
        assertThat(handle.states()).isEmpty();
        assertThat(this.fixture.tasks.snapshots(account("alice"))).isEmpty();
    }

    @Test
    void whenARunOfTheApplicationsTaskOutlivesItsLaunchThenTheNextOneWaitsForIt() throws Exception {
        this.fixture = new TaskFixture(TaskFixture.stopping(Duration.ofMillis(10), Duration.ofMillis(50)), "alice");
        CountDownLatch release = new CountDownLatch(1);
        this.script.step(() -> {
            release.await();
            return false;
        });
        BackgroundTaskHandle handle = this.fixture.tasks.add(BackgroundTaskDefinition.named("clock")
            .task((context) -> deafly(() -> this.script.run(context)))
            .scope(BackgroundScope.APPLICATION)
            .build());
        this.fixture.lifecycle.start();
        this.script.awaitRun();
        this.fixture.lifecycle.stop();
        assertThat(handle.state()).isEqualTo(BackgroundTaskState.UNSTOPPED);
        this.fixture.lifecycle.start();
        assertThat(handle.state()).isEqualTo(BackgroundTaskState.WAITING);
        assertThat(this.script.begun).isEmpty();
        release.countDown();
        assertThat(this.script.begun.poll(10, TimeUnit.SECONDS)).isNotNull();
        this.script.complete();
        assertThat(handle.await(SOON)).isTrue();
        assertThat(handle.state()).isEqualTo(BackgroundTaskState.COMPLETED);
    }

    @FunctionalInterface
    private interface Work {

        void run() throws Exception;

    }

    /** Does the work as if nobody could interrupt it. */
    private static void deafly(Work work) throws Exception {
        CompletableFuture<Void> done = CompletableFuture.runAsync(() -> {
            try {
                work.run();
            }
            catch (Exception ex) {
                throw new IllegalStateException(ex);
            }
        });
        done.join();
    }

}
