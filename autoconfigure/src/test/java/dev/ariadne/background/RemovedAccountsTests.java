package dev.ariadne.background;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import dev.ariadne.AccountSettings;
import dev.ariadne.Ariadne;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for tasks when accounts are removed, and come anew, while the application runs.
 */
class RemovedAccountsTests {

    private TaskFixture fixture = new TaskFixture();

    private final DeafTask deaf = new DeafTask();

    @AfterEach
    void close() {
        this.deaf.release();
        this.fixture.close();
    }

    private Ariadne add(String name) {
        return this.fixture.accounts.add(name, AccountSettings.of(20001, () -> "none"));
    }

    private void remove(String name) throws Exception {
        this.fixture.accounts.shutDown(name).toCompletableFuture().get(10, TimeUnit.SECONDS);
        this.fixture.accounts.remove(name);
    }

    /** Begins a run that outlives its account, which is removed. */
    private BackgroundTaskHandle outlive(String account) throws Exception {
        this.fixture = new TaskFixture(TaskFixture.stopping(Duration.ofMillis(1), Duration.ofMillis(1)), "alice",
                "bob");
        BackgroundTaskHandle handle = this.fixture.tasks.add("deaf", this.deaf);
        this.fixture.lifecycle.start();
        this.fixture.accounts.launch(account);
        this.deaf.awaitRun();
        remove(account);
        return handle;
    }

    private static BackgroundTaskDefinition ofApplication(BackgroundTask task) {
        return BackgroundTaskDefinition.named("clock").task(task).scope(BackgroundScope.APPLICATION).build();
    }

    @Test
    void whenAnAccountIsRemovedThenItsTasksForgetIt() throws Exception {
        Script script = new Script();
        BackgroundTaskHandle handle = this.fixture.tasks.add("poll", script);
        this.fixture.lifecycle.start();
        for (String name : new String[] { "alice", "bob" }) {
            this.fixture.accounts.launch(name);
            script.awaitRun();
        }
        remove("alice");
        assertThat(handle.states()).containsOnlyKeys("bob");
        assertThat(this.fixture.tasks.snapshots()).singleElement()
            .satisfies((snapshot) -> assertThat(snapshot.account()).isEqualTo("bob"));
        remove("bob");
        assertThat(handle.states()).isEmpty();
    }

    @Test
    void whenAnAccountIsRemovedBeforeItsLaunchThenNobodyWaitsForItsTaskAnyMore() throws Exception {
        BackgroundTaskHandle handle = this.fixture.tasks.add("poll", new Script()).account("bob");
        this.fixture.lifecycle.start();
        CompletableFuture<Boolean> ended = new CompletableFuture<>();
        Thread waiter = new Thread(() -> {
            try {
                ended.complete(handle.await(Duration.ofSeconds(20)));
            }
            catch (InterruptedException ex) {
                ended.completeExceptionally(ex);
            }
        });
        waiter.start();
        Awaitility.await().until(() -> waiter.getState() == Thread.State.TIMED_WAITING);
        remove("bob");
        assertThat(ended.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whenATaskWasPausedForARemovedAccountThenItRunsForAnotherOfThatName() throws Exception {
        Script script = new Script();
        BackgroundTaskHandle handle = this.fixture.tasks.add("poll", script);
        this.fixture.lifecycle.start();
        this.fixture.accounts.launch("bob");
        script.awaitRun();
        handle.account("bob").pause();
        remove("bob");
        Ariadne bob = add("bob");
        this.fixture.accounts.launch("bob");
        assertThat(script.awaitRun().ariadne()).isSameAs(bob);
    }

    @Test
    void whenARunOutlivesItsAccountThenAnotherOfThatNameWaitsForIt() throws Exception {
        BackgroundTaskHandle handle = outlive("bob");
        assertThat(handle.states()).containsEntry("bob", BackgroundTaskState.UNSTOPPED);
        add("bob");
        this.fixture.accounts.launch("bob");
        assertThat(handle.states()).containsEntry("bob", BackgroundTaskState.WAITING);
        this.deaf.release();
        Awaitility.await().until(() -> handle.states().get("bob") == BackgroundTaskState.COMPLETED);
        remove("bob");
        assertThat(handle.states()).isEmpty();
    }

    @Test
    void whenARunOutlivesTwoAccountsOfOneNameThenBothAreForgottenAtItsEnd() throws Exception {
        BackgroundTaskHandle handle = outlive("bob");
        add("bob");
        this.fixture.accounts.launch("bob");
        remove("bob");
        assertThat(handle.states()).containsOnlyKeys("bob");
        this.deaf.release();
        Awaitility.await().until(() -> handle.states().isEmpty());
    }

    @Test
    void whenARunOutlivesItsAccountThenWhatIsAskedForTheNextOneIsNotForgottenWithIt() throws Exception {
        BackgroundTaskHandle handle = outlive("bob");
        add("bob");
        handle.account("bob").pause();
        this.deaf.release();
        Awaitility.await().until(() -> handle.states().isEmpty());
        this.fixture.accounts.launch("bob");
        assertThat(handle.states()).containsEntry("bob", BackgroundTaskState.PAUSED);
    }

    @Test
    void whenTheLastAccountOfATaskIsRemovedThenNobodyWaitsForItAnyMore() throws Exception {
        BackgroundTaskHandle handle = this.fixture.tasks
            .add(BackgroundTaskDefinition.named("poll").task(new Script()).accounts("bob").build());
        this.fixture.lifecycle.start();
        this.fixture.accounts.launch("bob");
        remove("bob");
        assertThat(handle.await(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void whenTheDefaultAccountIsGoneAtTheLaunchThenTasksOfTheApplicationWaitForTheNext() {
        this.fixture = new TaskFixture(TaskFixture.SETTINGS, new String[0]);
        Script script = new Script();
        this.fixture.tasks.add(ofApplication(script));
        this.fixture.lifecycle.start();
        Ariadne gone = add("alice");
        this.fixture.accounts.remove("alice");
        this.fixture.accounts.companion().applicationLaunched(gone);
        Ariadne bob = add("bob");
        this.fixture.accounts.launch("bob");
        assertThat(script.awaitRun().ariadne()).isSameAs(bob);
    }

    @Test
    void whenARunOutlivesItsRemovedAccountThenItIsForgottenAtItsEnd() throws Exception {
        BackgroundTaskHandle handle = outlive("alice");
        assertThat(handle.states()).containsOnlyKeys("alice");
        this.deaf.release();
        Awaitility.await().until(() -> handle.states().isEmpty());
    }

    @Test
    void whenTheDefaultAccountIsRemovedThenTasksOfTheApplicationGoOnWithTheNext() throws Exception {
        Script script = new Script();
        BackgroundTaskHandle handle = this.fixture.tasks.add(ofApplication(script));
        this.fixture.lifecycle.start();
        script.awaitRun();
        remove("alice");
        assertThat(script.awaitRun().ariadne().name()).isEqualTo("bob");
        Awaitility.await().untilAsserted(() -> assertThat(handle.states()).containsOnlyKeys("bob"));
        assertThat(this.fixture.events).containsExactly("Started alice/clock#1", "Ended alice/clock#1 CANCELLED",
                "Started bob/clock#1");
    }

    @Test
    void whenTheOnlyAccountIsReplacedThenTasksOfTheApplicationBeginAtItsLaunch() throws Exception {
        this.fixture = new TaskFixture(TaskFixture.SETTINGS, "alice");
        Script script = new Script();
        this.fixture.tasks.add(ofApplication(script));
        this.fixture.lifecycle.start();
        script.awaitRun();
        remove("alice");
        Ariadne anew = add("alice");
        this.fixture.accounts.launch("alice");
        assertThat(script.awaitRun().ariadne()).isSameAs(anew);
    }

    @Test
    void whenTheFirstAccountComesAfterTheStartThenTasksOfTheApplicationBeginWithTheLaunch() {
        this.fixture = new TaskFixture(TaskFixture.SETTINGS, new String[0]);
        Script script = new Script();
        this.fixture.tasks.add(ofApplication(script));
        this.fixture.lifecycle.start();
        this.fixture.accounts.companion().applicationLaunched(add("alice"));
        assertThat(script.awaitRun().ariadne().name()).isEqualTo("alice");
    }

}
