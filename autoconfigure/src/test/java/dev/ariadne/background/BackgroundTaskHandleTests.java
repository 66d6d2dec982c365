package dev.ariadne.background;

import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link BackgroundTasks} and {@link BackgroundTaskHandle}.
 */
class BackgroundTaskHandleTests {

    private final TaskFixture fixture = new TaskFixture();

    private final Script script = new Script();

    private final BackgroundTaskHandle handle = this.fixture.tasks.add("poll", this.script);

    @BeforeEach
    void start() {
        this.fixture.lifecycle.start();
        this.fixture.accounts.launch("alice");
        this.script.awaitRun();
        assertThat(this.fixture.event()).isEqualTo("Started alice/poll#1");
    }

    @AfterEach
    void stop() {
        this.fixture.close();
    }

    private static void awaitState(BackgroundTaskHandle handle, BackgroundTaskState state) {
        Awaitility.await().untilAsserted(() -> assertThat(handle.state()).isEqualTo(state));
    }

    @Test
    void whenCancelledThenItEndsForGoodAlsoForLaterLaunches() throws Exception {
        this.handle.cancel();
        assertThat(this.handle.await(Duration.ofSeconds(10))).isTrue();
        assertThat(this.handle.state()).isEqualTo(BackgroundTaskState.CANCELLED);
        this.handle.resume();
        this.fixture.accounts.launch("bob");
        this.fixture.lifecycle.stop();
        this.fixture.lifecycle.start();
        assertThat(this.handle.states()).containsEntry("alice", BackgroundTaskState.CANCELLED)
            .containsEntry("bob", BackgroundTaskState.CANCELLED);
        assertThat(this.fixture.events).containsExactly("Ended alice/poll#1 CANCELLED");
        assertThat(this.script.begun).isEmpty();
    }

    @Test
    void whenRestartedAfterCancelThenItRunsAgain() throws Exception {
        this.handle.cancel();
        this.handle.await();
        this.handle.restart();
        assertThat(this.script.awaitRun().run()).isEqualTo(2);
        this.fixture.accounts.launch("bob");
        assertThat(this.script.awaitRun().ariadne().name()).isEqualTo("bob");
    }

    @Test
    void whenPausedThenTheRunEndsWithoutAnEndOfTheTask() {
        this.handle.pause();
        awaitState(this.handle, BackgroundTaskState.PAUSED);
        this.handle.resume();
        assertThat(this.fixture.event()).isEqualTo("Started alice/poll#2");
        awaitState(this.handle, BackgroundTaskState.RUNNING);
    }

    @Test
    void whenPausedAndResumedBeforeTheRunHasEndedThenOneNewRunFollows() {
        this.handle.pause();
        this.handle.resume();
        assertThat(this.fixture.event()).isEqualTo("Started alice/poll#2");
        assertThat(this.script.awaitRun().run()).isEqualTo(2);
        assertThat(this.fixture.events).isEmpty();
    }

    @Test
    void whenPausedThenLaterLaunchesArePausedToo() {
        this.handle.pause();
        awaitState(this.handle, BackgroundTaskState.PAUSED);
        this.fixture.accounts.launch("bob");
        this.fixture.lifecycle.stop();
        this.fixture.lifecycle.start();
        assertThat(this.handle.states().values()).containsOnly(BackgroundTaskState.PAUSED);
        this.handle.resume();
        this.script.awaitRun();
        this.script.awaitRun();
    }

    @Test
    void whenPausedInBackOffThenNothingIsScheduled() {
        this.script.fail(new IllegalStateException("broken"));
        awaitState(this.handle, BackgroundTaskState.BACKING_OFF);
        Awaitility.await().until(() -> this.fixture.scheduler.waiting() == 1);
        this.handle.pause();
        awaitState(this.handle, BackgroundTaskState.PAUSED);
        assertThat(this.fixture.scheduler.waiting()).isZero();
    }

    @Test
    void whenRestartedThenTheRunIsStoppedAndAnotherOneBegins() {
        this.handle.restart();
        assertThat(this.script.awaitRun().run()).isEqualTo(2);
        assertThat(this.script.met).containsExactly("interrupt");
        assertThat(this.fixture.event()).isEqualTo("Started alice/poll#2");
    }

    @Test
    void whenRestartedInBackOffOrParkedThenItRunsAtOnceWithAFreshBudget() {
        for (int round = 0; round < 2; round++) {
            failUntilParked();
            this.handle.restart();
            awaitState(this.handle, BackgroundTaskState.RUNNING);
        }
        this.script.fail(new IllegalStateException("broken"));
        awaitState(this.handle, BackgroundTaskState.BACKING_OFF);
        this.handle.restart();
        awaitState(this.handle, BackgroundTaskState.RUNNING);
        assertThat(this.fixture.scheduler.waiting()).isZero();
    }

    private void failUntilParked() {
        for (int failure = 0; failure < 4; failure++) {
            this.script.fail(new IllegalStateException("broken"));
            awaitState(this.handle, (failure < 3) ? BackgroundTaskState.BACKING_OFF : BackgroundTaskState.PARKED);
            if (failure < 3) {
                Awaitility.await().until(() -> this.fixture.scheduler.waiting() == 1);
                this.fixture.scheduler.advance(Duration.ofSeconds(1L << failure));
            }
        }
    }

    @Test
    void whenParkedThenAStopLeavesItSoAndACancelEndsItForGood() throws Exception {
        failUntilParked();
        Awaitility.await().until(() -> this.fixture.events.contains("Parked alice/poll#4"));
        this.fixture.events.clear();
        this.fixture.lifecycle.stop();
        assertThat(this.handle.state()).isEqualTo(BackgroundTaskState.PARKED);
        assertThat(this.fixture.events).isEmpty();
        this.handle.cancel();
        assertThat(this.fixture.event()).isEqualTo("Ended alice/poll#4 CANCELLED");
        assertThat(this.handle.state()).isEqualTo(BackgroundTaskState.CANCELLED);
    }

    @Test
    void whenCompletedThenRestartRunsItAndOtherActionsDoNothing() throws Exception {
        this.script.complete();
        assertThat(this.handle.await(Duration.ofSeconds(10))).isTrue();
        this.handle.pause();
        this.handle.resume();
        assertThat(this.handle.state()).isEqualTo(BackgroundTaskState.COMPLETED);
        this.handle.restart();
        assertThat(this.fixture.event()).isEqualTo("Ended alice/poll#1 COMPLETED");
        assertThat(this.fixture.event()).isEqualTo("Started alice/poll#2");
    }

    @Test
    void whenNarrowedToAnAccountThenOthersAreLeftAlone() {
        this.fixture.accounts.launch("bob");
        this.script.awaitRun();
        BackgroundTaskHandle alice = this.handle.account("alice");
        alice.pause();
        awaitState(alice, BackgroundTaskState.PAUSED);
        assertThat(this.handle.account("bob").state()).isEqualTo(BackgroundTaskState.RUNNING);
        assertThat(this.handle.state()).isEqualTo(BackgroundTaskState.RUNNING);
        assertThat(alice.states()).containsOnlyKeys("alice");
        alice.cancel();
        awaitState(alice, BackgroundTaskState.CANCELLED);
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> this.handle.account("carol"));
    }

    @Test
    void whenAwaitedThenItReturnsOnlyWhenTheTaskHasEndedForEveryAccount() throws Exception {
        this.fixture.accounts.launch("bob");
        this.script.awaitRun();
        CompletableFuture<Boolean> ended = CompletableFuture
            .supplyAsync(() -> awaitUnchecked(this.handle, Duration.ofSeconds(20)));
        this.handle.account("alice").cancel();
        awaitState(this.handle.account("alice"), BackgroundTaskState.CANCELLED);
        assertThat(ended).isNotDone();
        assertThat(this.handle.await(Duration.ZERO)).isFalse();
        this.handle.account("bob").cancel();
        assertThat(ended.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whenATaskBeginsAgainForOneAccountWhileItsEndIsAwaitedThenThatIsAwaitedToo() throws Exception {
        BackgroundTaskHandle alice = this.handle.account("alice");
        BackgroundTaskHandle bob = this.handle.account("bob");
        this.fixture.accounts.launch("bob");
        this.script.awaitRun();
        alice.cancel();
        alice.await();
        CompletableFuture<Boolean> ended = new CompletableFuture<>();
        Thread waiter = new Thread(() -> ended.complete(awaitUnchecked(this.handle, Duration.ofSeconds(20))));
        waiter.start();
        Awaitility.await().until(() -> LockSupport.getBlocker(waiter) != null);
        Object endOfBob = LockSupport.getBlocker(waiter);
        alice.restart();
        this.script.awaitRun();
        bob.cancel();
        Awaitility.await().until(() -> ended.isDone() || isBlockedByAnotherThan(endOfBob, waiter));
        assertThat(ended).isNotDone();
        alice.cancel();
        assertThat(ended.get(10, TimeUnit.SECONDS)).isTrue();
        waiter.join();
    }

    private static boolean isBlockedByAnotherThan(Object blocker, Thread thread) {
        Object other = LockSupport.getBlocker(thread);
        return other != null && !other.equals(blocker);
    }

    private static boolean awaitUnchecked(BackgroundTaskHandle handle, Duration timeout) {
        try {
            return handle.await(timeout);
        }
        catch (InterruptedException ex) {
            throw new IllegalStateException(ex);
        }
    }

    @Test
    void whenNameIsTakenThenTheErrorNamesBothOrigins() {
        assertThatIllegalArgumentException().isThrownBy(() -> this.fixture.tasks.add("poll", this.script))
            .withMessageContaining("'poll'")
            .withMessageContaining("BackgroundTasks.add");
    }

    @Test
    void whenAccountIsUnknownThenTheTaskIsRefused() {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> this.fixture.tasks
                .add(BackgroundTaskDefinition.named("other").task(this.script).accounts("carol").build()))
            .withMessageContaining("'carol'");
    }

    @Test
    void whenTaskOfTheApplicationNamesAccountsThenItIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> this.fixture.tasks.add(BackgroundTaskDefinition
            .named("other")
            .task(this.script)
            .scope(BackgroundScope.APPLICATION)
            .accounts("alice")
            .build())).withMessageContaining("APPLICATION");
    }

}
