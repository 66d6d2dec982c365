package dev.ariadne.background;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.ariadne.Ariadne;
import dev.ariadne.CallInterruptedException;
import dev.ariadne.event.BackgroundTaskEndedEvent;
import dev.ariadne.event.BackgroundTaskFailedEvent;
import dev.ariadne.event.BackgroundTaskStartedEvent;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.MDC;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Supervisor}: the runs of one task, their failures, and their stop.
 */
class SupervisorTests {

    private TaskFixture fixture = new TaskFixture();

    private final Script script = new Script();

    @AfterEach
    void stop() {
        this.fixture.close();
    }

    private BackgroundTaskHandle launch() {
        return launch(OnStop.CANCEL);
    }

    private BackgroundTaskHandle launch(OnStop onStop) {
        BackgroundTaskHandle handle = this.fixture.tasks
            .add(BackgroundTaskDefinition.named("poll").task(this.script).onStop(onStop).build());
        this.fixture.lifecycle.start();
        this.fixture.accounts.launch("alice");
        return handle;
    }

    private BackgroundTaskHandle launch(RestartSettings restart) {
        this.fixture = new TaskFixture(TaskFixture.restarting(restart), "alice", "bob");
        return launch();
    }

    private void failAndWaitForBackOff(Throwable failure) {
        this.script.fail(failure);
        assertThat(this.fixture.event()).startsWith("Started");
        assertThat(this.fixture.event()).startsWith("Failed");
        Awaitility.await().until(() -> this.fixture.scheduler.waiting() == 1);
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
    void whenTaskRunsThenItsThreadKnowsAccountAndTask() throws Exception {
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        this.script.step(() -> seen.add(Thread.currentThread().getName()));
        this.script.step(() -> seen.add(Ariadne.current().name()));
        this.script.step(() -> seen.add(MDC.get(LoggingContext.ACCOUNT_KEY) + " " + MDC.get(LoggingContext.TASK_KEY)));
        this.script.complete();
        launch().await(Duration.ofSeconds(10));
        assertThat(seen).containsExactly("ariadne-alice-poll", "alice", "alice poll");
    }

    @Test
    void whenRunsFailThenTheNextOnesBeginAfterGrowingDelaysUntilTheBudgetIsUsedUp() throws Exception {
        BackgroundTaskHandle handle = launch();
        for (int run = 1; run <= 3; run++) {
            this.script.fail(new IllegalStateException("broken"));
            assertThat(this.fixture.event()).isEqualTo("Started alice/poll#" + run);
            long delay = 1L << (run - 1);
            assertThat(this.fixture.event()).isEqualTo("Failed alice/poll#" + run + " PT" + delay + "S");
            Awaitility.await().until(() -> this.fixture.scheduler.waiting() == 1);
            assertThat(handle.state()).isEqualTo(BackgroundTaskState.BACKING_OFF);
            assertThat(this.fixture.tasks.snapshots().get(0).nextRunAt())
                .isEqualTo(this.fixture.scheduler.now().plusSeconds(delay));
            this.fixture.scheduler.advance(Duration.ofSeconds(delay));
        }
        this.script.fail(new AssertionError("broken for good"));
        assertThat(this.fixture.event()).isEqualTo("Started alice/poll#4");
        assertThat(this.fixture.event()).isEqualTo("Failed alice/poll#4 null");
        assertThat(this.fixture.event()).isEqualTo("Parked alice/poll#4");
        assertThat(handle.await(Duration.ofSeconds(10))).isTrue();
        assertThat(this.fixture.accounts.stopped).isEmpty();
        BackgroundTaskSnapshot snapshot = this.fixture.tasks.snapshots().get(0);
        assertThat(snapshot.state()).isEqualTo(BackgroundTaskState.PARKED);
        assertThat(snapshot.runs()).isEqualTo(4);
        assertThat(snapshot.failures()).isEqualTo(4);
        assertThat(snapshot.restarts()).isEqualTo(3);
        assertThat(snapshot.nextRunAt()).isNull();
        assertThat(snapshot.lastFailure()).isNotNull()
            .satisfies((failure) -> assertThat(failure.type()).isEqualTo("java.lang.AssertionError"))
            .satisfies((failure) -> assertThat(failure.message()).isEqualTo("broken for good"));
    }

    @Test
    void whenRunWasHealthyThenBackOffAndBudgetStartAnew() {
        launch();
        for (int run = 1; run <= 8; run++) {
            this.script.awaitRun();
            this.fixture.scheduler.advance(Duration.ofMinutes(1));
            this.script.fail(new IllegalStateException("late"));
            assertThat(this.fixture.event()).startsWith("Started");
            assertThat(this.fixture.event()).isEqualTo("Failed alice/poll#" + run + " PT1S");
            Awaitility.await().until(() -> this.fixture.scheduler.waiting() == 1);
            this.fixture.scheduler.advance(Duration.ofSeconds(1));
        }
    }

    @Test
    void whenBudgetIsUsedUpAndAccountIsToStopThenItIsStoppedByAnotherThread() {
        launch(new RestartSettings(RestartPolicy.ON_FAILURE, Duration.ZERO, 1, Duration.ZERO, 0, Duration.ofMinutes(1),
                0, Duration.ofMinutes(1), OnExhausted.STOP_ACCOUNT));
        this.script.fail(new IllegalStateException("broken"));
        assertThat(TaskFixture.next(this.fixture.accounts.stopped)).isEqualTo("alice");
        assertThat(this.fixture.applicationStops).isEmpty();
    }

    @Test
    void whenBudgetIsUsedUpAndApplicationIsToStopThenItIsStopped() {
        launch(new RestartSettings(RestartPolicy.ON_FAILURE, Duration.ZERO, 1, Duration.ZERO, 0, Duration.ofMinutes(1),
                0, Duration.ofMinutes(1), OnExhausted.STOP_APPLICATION));
        this.script.fail(new IllegalStateException("broken"));
        assertThat(TaskFixture.next(this.fixture.applicationStops)).isTrue();
        assertThat(this.fixture.accounts.stopped).isEmpty();
    }

    @Test
    void whenAFailureCannotBeDescribedThenTheRunHasFailedAllTheSame() {
        assertThat(UntellableFailure.unlessTellable(new RuntimeException() {

            @Override
            public String getMessage() {
                throw new IllegalStateException("on purpose");
            }

        })).isInstanceOf(UntellableFailure.class).hasMessageContaining("SupervisorTests");
        Exception tellable = new IllegalStateException("told", new Exception("cause"));
        assertThat(UntellableFailure.unlessTellable(tellable)).isSameAs(tellable);
    }

    @Test
    void whenPolicyIsNeverThenAFailureIsTheEnd() throws Exception {
        BackgroundTaskHandle handle = launch(withPolicy(RestartPolicy.NEVER));
        this.script.fail(new IllegalStateException("broken"));
        assertThat(this.fixture.event()).isEqualTo("Started alice/poll#1");
        assertThat(this.fixture.event()).isEqualTo("Failed alice/poll#1 null");
        assertThat(this.fixture.event()).isEqualTo("Ended alice/poll#1 FAILED");
        assertThat(handle.await(Duration.ofSeconds(10))).isTrue();
        assertThat(handle.state()).isEqualTo(BackgroundTaskState.FAILED);
    }

    @Test
    void whenPolicyIsAlwaysThenACompletedRunIsFollowedByAnotherOne() {
        launch(withPolicy(RestartPolicy.ALWAYS));
        this.script.complete();
        assertThat(this.fixture.event()).isEqualTo("Started alice/poll#1");
        Awaitility.await().until(() -> this.fixture.scheduler.waiting() == 1);
        this.fixture.scheduler.advance(Duration.ofSeconds(1));
        assertThat(this.fixture.event()).isEqualTo("Started alice/poll#2");
    }

    @Test
    void whenPolicyIsAlwaysThenCompletedRunsFollowAfterGrowingDelaysUntilOneWasHealthy() {
        launch(withPolicy(RestartPolicy.ALWAYS));
        for (long delay : new long[] { 1, 2, 4, 8 }) {
            completeAndExpectTheNextRunAfter(delay);
        }
        this.script.awaitRun();
        this.fixture.scheduler.advance(TaskFixture.RESTART.resetAfter());
        completeAndExpectTheNextRunAfter(1);
        completeAndExpectTheNextRunAfter(2);
    }

    private void completeAndExpectTheNextRunAfter(long seconds) {
        this.script.complete();
        assertThat(this.fixture.event()).startsWith("Started");
        Awaitility.await().until(() -> this.fixture.scheduler.waiting() == 1);
        assertThat(this.fixture.scheduler.untilNext()).isEqualTo(Duration.ofSeconds(seconds));
        this.script.begun.clear();
        this.fixture.scheduler.advance(Duration.ofSeconds(seconds));
    }

    private static RestartSettings withPolicy(RestartPolicy policy) {
        RestartSettings settings = TaskFixture.RESTART;
        return new RestartSettings(policy, settings.initialDelay(), settings.multiplier(), settings.maxDelay(), 0,
                settings.resetAfter(), settings.maxRestarts(), settings.window(), settings.onExhausted());
    }

    @Test
    void whenInterruptionOrCancellationWasNotAskedForThenTheRunHasFailed() {
        launch();
        failAndWaitForBackOff(new InterruptedException("by whom?"));
        this.fixture.scheduler.advance(Duration.ofSeconds(1));
        failAndWaitForBackOff(new CancellationException("by whom?"));
        this.fixture.scheduler.advance(Duration.ofSeconds(2));
        failAndWaitForBackOff(new CallInterruptedException("alice", "recall", new InterruptedException()));
    }

    @ParameterizedTest
    @EnumSource(OnStop.class)
    void whenRunReturnsBecauseItWasToldToStopThenItIsCancelled(OnStop onStop) throws Exception {
        BackgroundTaskHandle handle = launch(onStop);
        BackgroundContext context = this.script.awaitRun();
        CountDownLatch sleeping = new CountDownLatch(1);
        this.script.step(() -> {
            sleeping.countDown();
            try {
                context.sleep(Duration.ofDays(1));
            }
            catch (InterruptedException ex) {
                // The message has been taken: what cleans up now may block.
                this.script.met.add("told, interrupted again: " + Thread.currentThread().isInterrupted());
            }
            return false;
        });
        sleeping.await();
        this.fixture.lifecycle.stop();
        assertThat(this.script.met).containsExactly("told, interrupted again: false");
        assertThat(this.fixture.events).containsExactly("Started alice/poll#1", "Ended alice/poll#1 CANCELLED");
        assertThat(handle.state()).isEqualTo(BackgroundTaskState.CANCELLED);
    }

    @Test
    void whenTaskIsToldToStopWhileItBlocksThenItIsInterruptedAtOnce() {
        launch();
        this.script.awaitRun();
        this.fixture.lifecycle.stop();
        assertThat(this.script.met).containsExactly("interrupt");
        assertThat(this.fixture.events).last().isEqualTo("Ended alice/poll#1 CANCELLED");
    }

    @Test
    void whenAwaitedTaskDoesNotFinishThenItIsInterruptedBeforeTheDeadline() {
        this.fixture = new TaskFixture(TaskFixture.stopping(Duration.ofMillis(20), Duration.ofSeconds(20)), "alice");
        launch(OnStop.AWAIT);
        BackgroundContext context = this.script.awaitRun();
        this.script.step(() -> {
            Awaitility.await().until(() -> !context.isActive());
            this.script.met.add("told");
            return true;
        });
        this.fixture.lifecycle.stop();
        assertThat(this.script.met).containsExactly("told", "interrupt");
        assertThat(this.fixture.events).last().isEqualTo("Ended alice/poll#1 CANCELLED");
    }

    @Test
    void whenAwaitTimeoutIsNoShorterThanTheBudgetThenTheInterruptStillComesBeforeTheDeadline() {
        this.fixture = new TaskFixture(TaskFixture.stopping(Duration.ofSeconds(5), Duration.ofMillis(800)), "alice");
        launch(OnStop.AWAIT);
        this.script.awaitRun();
        this.fixture.lifecycle.stop();
        assertThat(this.script.met).containsExactly("interrupt");
        assertThat(this.fixture.events).last().isEqualTo("Ended alice/poll#1 CANCELLED");
    }

    @Test
    void whenStoppedWhileTheStartIsBeingToldThenTheCodeDoesNotRun() throws Exception {
        CountDownLatch telling = new CountDownLatch(1);
        CountDownLatch stopping = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        this.fixture.listeners.add((event) -> {
            if (event instanceof BackgroundTaskStartedEvent) {
                telling.countDown();
                interrupted.set(awaitUninterrupted(stopping));
            }
        });
        BackgroundTaskHandle handle = launch();
        telling.await();
        this.fixture.lifecycle.stop(() -> {
        });
        Awaitility.await().until(() -> handle.state() == BackgroundTaskState.STOPPING);
        stopping.countDown();
        this.fixture.lifecycle.stop();
        assertThat(interrupted).isFalse();
        assertThat(this.script.begun).isEmpty();
        assertThat(this.fixture.events).containsExactly("Started alice/poll#1", "Ended alice/poll#1 CANCELLED");
    }

    @Test
    void whenStoppedWhileTheEndIsBeingToldThenTheListenerIsNotInterruptedAndTheStopWaits() throws Exception {
        this.fixture = new TaskFixture(TaskFixture.stopping(Duration.ZERO, Duration.ofSeconds(30)), "alice");
        CountDownLatch telling = new CountDownLatch(1);
        CountDownLatch stopping = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        this.fixture.listeners.add((event) -> {
            if (event instanceof BackgroundTaskEndedEvent) {
                telling.countDown();
                interrupted.set(awaitUninterrupted(stopping));
            }
        });
        launch();
        this.script.complete();
        telling.await();
        CountDownLatch stopped = new CountDownLatch(1);
        this.fixture.lifecycle.stop(stopped::countDown);
        assertThat(stopped.getCount()).isOne();
        assertThat(this.fixture.lifecycle.isRunning()).isTrue();
        Supervisor supervisor = this.fixture.tasks.tasks().get(0).supervisors("alice").get(0);
        supervisor.interrupt();
        stopping.countDown();
        assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(interrupted).isFalse();
        assertThat(this.fixture.events).containsExactly("Started alice/poll#1", "Ended alice/poll#1 COMPLETED");
    }

    @Test
    void whenStoppedWhileAFailureIsBeingToldThenTheTaskIsCancelledAndNotRunAgain() throws Exception {
        CountDownLatch telling = new CountDownLatch(1);
        CountDownLatch stopping = new CountDownLatch(1);
        this.fixture.listeners.add((event) -> {
            if (event instanceof BackgroundTaskFailedEvent) {
                telling.countDown();
                awaitUninterrupted(stopping);
            }
        });
        launch();
        this.script.fail(new IllegalStateException("broken"));
        telling.await();
        this.fixture.lifecycle.stop(() -> {
        });
        Awaitility.await().until(() -> !this.fixture.accounts.account("alice").launchStatus().stage().isRunning());
        stopping.countDown();
        this.fixture.lifecycle.stop();
        assertThat(this.fixture.events).containsExactly("Started alice/poll#1", "Failed alice/poll#1 PT1S",
                "Ended alice/poll#1 CANCELLED");
        assertThat(this.fixture.scheduler.waiting()).isZero();
    }

    @Test
    void whenStoppedInBackOffThenTheTaskIsCancelled() {
        BackgroundTaskHandle handle = launch();
        failAndWaitForBackOff(new IllegalStateException("broken"));
        this.fixture.lifecycle.stop();
        assertThat(this.fixture.events).containsExactly("Ended alice/poll#1 CANCELLED");
        assertThat(handle.state()).isEqualTo(BackgroundTaskState.CANCELLED);
        assertThat(this.fixture.scheduler.waiting()).isZero();
    }

    @Test
    void whenRunLeavesTheInterruptFlagSetThenItsListenersDoNotSeeIt() throws Exception {
        AtomicBoolean interrupted = new AtomicBoolean(true);
        this.fixture.listeners.add((event) -> interrupted.set(Thread.currentThread().isInterrupted()));
        this.script.step(() -> {
            Thread.currentThread().interrupt();
            return false;
        });
        BackgroundTaskHandle handle = launch();
        handle.await(Duration.ofSeconds(10));
        assertThat(this.fixture.events).containsExactly("Started alice/poll#1", "Ended alice/poll#1 COMPLETED");
        assertThat(interrupted).isFalse();
    }

    @Test
    void whenNoThreadCanBeHadThenTheRunHasFailed() {
        this.fixture = new TaskFixture(TaskFixture.SETTINGS, (action) -> {
            throw new OutOfMemoryError("unable to create native thread");
        }, "alice");
        launch();
        assertThat(this.fixture.event()).isEqualTo("Failed alice/poll#0 PT1S");
    }

    private static boolean awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
            return false;
        }
        catch (InterruptedException ex) {
            return true;
        }
    }

}
