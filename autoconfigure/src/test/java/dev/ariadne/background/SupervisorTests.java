package dev.ariadne.background;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Supervisor}: runs, failures and restarts.
 */
class SupervisorTests {

    private final TaskFixture fixture = new TaskFixture();

    private final Script script = new Script();

    @AfterEach
    void stop() {
        this.fixture.close();
    }

    private BackgroundTaskHandle launch() {
        BackgroundTaskHandle handle = this.fixture.tasks.add("poll", this.script);
        this.fixture.lifecycle.start();
        this.fixture.accounts.launch("alice");
        return handle;
    }

    @Test
    void whenAccountIsLaunchedThenItsTaskRunsUntilItCompletes() throws Exception {
        BackgroundTaskHandle handle = launch();
        BackgroundContext context = this.script.awaitRun();
        assertThat(context.run()).isEqualTo(1);
        assertThat(handle.states()).containsOnlyKeys("alice").containsEntry("alice", BackgroundTaskState.RUNNING);
        this.script.complete();
        assertThat(this.fixture.event()).isEqualTo("Started alice/poll#1");
        assertThat(this.fixture.event()).isEqualTo("Ended alice/poll#1 COMPLETED");
        assertThat(handle.await(Duration.ofSeconds(10))).isTrue();
        assertThat(handle.state()).isEqualTo(BackgroundTaskState.COMPLETED);
        assertThat(context.isActive()).isFalse();
    }

    @Test
    void whenRunFailsThenNextOneBeginsAfterTheBackOff() {
        BackgroundTaskHandle handle = launch();
        this.script.fail(new IllegalStateException("first"));
        assertThat(this.fixture.event()).isEqualTo("Started alice/poll#1");
        assertThat(this.fixture.event()).isEqualTo("Failed alice/poll#1 PT1S");
    }

}
