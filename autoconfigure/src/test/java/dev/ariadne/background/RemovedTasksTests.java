package dev.ariadne.background;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.NoSuchElementException;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for tasks that are removed while the application runs, or between its starts.
 */
class RemovedTasksTests {

    private TaskFixture fixture = new TaskFixture(TaskFixture.stopping(Duration.ofMillis(1), Duration.ofMillis(1)),
            "alice", "bob");

    private final DeafTask deaf = new DeafTask();

    @AfterEach
    void close() {
        this.deaf.release();
        this.fixture.close();
    }

    private void start() {
        this.fixture.lifecycle.start();
        this.fixture.accounts.launch("alice");
    }

    @Test
    void whenATaskIsRemovedThenItEndsAndItsNameCanBeGivenToAnother() throws Exception {
        Script script = new Script();
        BackgroundTaskHandle handle = this.fixture.tasks.add("greeter", script);
        start();
        script.awaitRun();
        this.fixture.tasks.remove("greeter");
        assertThat(handle.await(Duration.ofSeconds(10))).isTrue();
        assertThat(script.met).containsExactly("interrupt");
        assertThat(this.fixture.tasks.names()).isEmpty();
        Script other = new Script();
        this.fixture.tasks.add("greeter", other);
        other.awaitRun();
        this.fixture.accounts.launch("bob");
        assertThat(other.awaitRun().ariadne().name()).isEqualTo("bob");
        assertThat(script.begun).isEmpty();
    }

    @Test
    void whenATaskHasBeenRemovedThenItsHandlesCannotRestartIt() throws Exception {
        Script script = new Script();
        BackgroundTaskHandle handle = this.fixture.tasks.add("greeter", script);
        BackgroundTaskHandle ofAlice = handle.account("alice");
        start();
        script.awaitRun();
        this.fixture.tasks.remove("greeter");
        assertThat(handle.await(Duration.ofSeconds(10))).isTrue();
        handle.restart();
        ofAlice.restart();
        ofAlice.resume();
        assertThat(handle.state()).isEqualTo(BackgroundTaskState.CANCELLED);
        this.fixture.accounts.launch("bob");
        assertThat(handle.states()).containsOnlyKeys("alice");
        assertThat(script.begun).isEmpty();
    }

    @Test
    void whenThereIsNoSuchTaskThenThatIsTold() {
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> this.fixture.tasks.remove("greeter"))
            .withMessageContaining("greeter");
    }

    @Test
    void whenATaskIsRemovedBetweenStartsThenItIsNotRunAnyMore() {
        Script script = new Script();
        this.fixture.tasks.add("greeter", script);
        this.fixture.tasks.remove("greeter");
        Script other = new Script();
        this.fixture.tasks.add("other", other);
        start();
        other.awaitRun();
        assertThat(this.fixture.tasks.snapshots()).singleElement()
            .satisfies((snapshot) -> assertThat(snapshot.task()).isEqualTo("other"));
        assertThat(script.begun).isEmpty();
    }

    @Test
    void whenARemovedTaskDoesNotEndThenTheStopTellsSo() throws Exception {
        this.fixture.tasks.add("deaf", this.deaf);
        start();
        this.deaf.awaitRun();
        this.fixture.tasks.remove("deaf");
        this.fixture.lifecycle.stop();
        assertThat(this.fixture.events).containsExactly("Started alice/deaf#1", "Unstopped alice/deaf#1");
    }

    @Test
    void whenATaskIsRemovedThenNothingOfItIsKept() throws Exception {
        start();
        WeakReference<BackgroundTask> task = addAndRemove(BackgroundScope.ACCOUNT);
        WeakReference<BackgroundTask> ofApplication = addAndRemove(BackgroundScope.APPLICATION);
        Awaitility.await().untilAsserted(() -> {
            System.gc();
            assertThat(task.get()).isNull();
            assertThat(ofApplication.get()).isNull();
        });
    }

    private WeakReference<BackgroundTask> addAndRemove(BackgroundScope scope) throws Exception {
        Script script = new Script();
        BackgroundTaskHandle handle = this.fixture.tasks
            .add(BackgroundTaskDefinition.named("greeter").task(script).scope(scope).build());
        script.awaitRun();
        this.fixture.tasks.remove("greeter");
        assertThat(handle.await(Duration.ofSeconds(10))).isTrue();
        return new WeakReference<>(script);
    }

}
