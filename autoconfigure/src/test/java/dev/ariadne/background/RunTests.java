package dev.ariadne.background;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.ariadne.concurrent.SystemScheduler;
import dev.ariadne.event.AriadneEventPublisher;
import dev.ariadne.event.BackgroundTaskFailedEvent;
import dev.ariadne.event.BackgroundTaskParkedEvent;
import dev.ariadne.event.BackgroundTaskUnstoppedEvent;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for what the code of a task sees of its run, and for runs that end in odd ways.
 */
class RunTests {

    private static final Duration EVER = Duration.ofDays(30_000);

    private TaskFixture fixture = new TaskFixture();

    private final Script script = new Script();

    @AfterEach
    void stop() {
        this.fixture.close();
    }

    private BackgroundContext launch(OnStop onStop) {
        this.fixture.tasks.add(BackgroundTaskDefinition.named("poll").task(this.script).onStop(onStop).build());
        this.fixture.lifecycle.start();
        this.fixture.accounts.launch("alice");
        return this.script.awaitRun();
    }

    private void stopInBackground() {
        this.fixture.lifecycle.stop(() -> {
        });
    }

    @Test
    void whenTheTimeIsOverThenASleepReturns() throws Exception {
        BackgroundContext context = launch(OnStop.CANCEL);
        Duration time = Duration.ofMillis(30);
        long start = System.nanoTime();
        context.sleep(time);
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(time.toNanos());
        context.sleep(Duration.ZERO);
        context.sleep(Duration.ofSeconds(-1));
        CompletableFuture<Long> slept = new CompletableFuture<>();
        this.script.step(() -> {
            long begin = System.nanoTime();
            context.sleep(time);
            context.sleep(Duration.ZERO);
            return slept.complete(System.nanoTime() - begin);
        });
        assertThat(slept.get(10, TimeUnit.SECONDS)).isGreaterThanOrEqualTo(time.toNanos());
        assertThat(context.isActive()).isTrue();
    }

    @Test
    void whenTheThreadIsInterruptedByOthersThenASleepEndsByThat() throws Exception {
        BackgroundContext context = launch(OnStop.CANCEL);
        CompletableFuture<Boolean> interruptedStill = new CompletableFuture<>();
        this.script.step(() -> {
            Thread.currentThread().interrupt();
            try {
                context.sleep(EVER);
            }
            catch (InterruptedException ex) {
                interruptedStill.complete(Thread.currentThread().isInterrupted());
            }
            return true;
        });
        assertThat(interruptedStill.get(10, TimeUnit.SECONDS)).isFalse();
        assertThat(context.isActive()).isTrue();
    }

    @Test
    void whenTheTaskIsToldToStopThenASleepOnAnotherThreadEndsToo() throws Exception {
        BackgroundContext context = launch(OnStop.AWAIT);
        CompletableFuture<String> met = new CompletableFuture<>();
        Thread other = new Thread(() -> {
            try {
                context.sleep(EVER);
            }
            catch (InterruptedException ex) {
                met.complete(ex.getMessage());
            }
        });
        other.start();
        Awaitility.await().until(() -> other.getState() == Thread.State.TIMED_WAITING);
        stopInBackground();
        assertThat(met.get(10, TimeUnit.SECONDS)).contains("'poll' is to stop");
        assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> context.sleep(EVER));
        this.script.complete();
    }

    @Test
    void whenTheTaskWasToldToStopThenASleepOnItsThreadEndsAtOnce() throws Exception {
        BackgroundContext context = launch(OnStop.AWAIT);
        CompletableFuture<String> met = new CompletableFuture<>();
        this.script.step(() -> {
            Awaitility.await().until(() -> !context.isActive());
            try {
                context.sleep(EVER);
            }
            catch (InterruptedException ex) {
                met.complete(ex.getMessage());
            }
            return false;
        });
        stopInBackground();
        assertThat(met.get(10, TimeUnit.SECONDS)).contains("'poll' is to stop");
    }

    @Test
    void whenCausesGoInACircleThenTheRunHasFailedAllTheSame() {
        launch(OnStop.CANCEL);
        assertThat(this.fixture.event()).isEqualTo("Started alice/poll#1");
        this.script.fail(circle());
        assertThat(this.fixture.event()).isEqualTo("Failed alice/poll#1 PT1S");
    }

    @Test
    void whenCausesGoInACircleThenAStopEndsAllTheSame() {
        BackgroundContext context = launch(OnStop.AWAIT);
        this.script.step(() -> {
            Awaitility.await().until(() -> !context.isActive());
            throw circle();
        });
        this.fixture.lifecycle.stop();
        assertThat(this.fixture.events).containsExactly("Started alice/poll#1", "Ended alice/poll#1 CANCELLED");
    }

    private static Exception circle() {
        Exception first = new IllegalStateException("first");
        first.initCause(new IllegalStateException("second", first));
        return first;
    }

    @Test
    void whenAnObserverFailsThenTheTaskAndItsEventsGoOn() {
        this.fixture.observed.failing = true;
        launch(OnStop.CANCEL);
        this.script.fail(new IllegalStateException("broken"));
        assertThat(this.fixture.event()).isEqualTo("Started alice/poll#1");
        assertThat(this.fixture.event()).isEqualTo("Failed alice/poll#1 PT1S");
        Awaitility.await().until(() -> this.fixture.scheduler.waiting() == 1);
        this.fixture.scheduler.advance(Duration.ofSeconds(1));
        assertThat(this.fixture.event()).isEqualTo("Started alice/poll#2");
        this.script.complete();
        assertThat(this.fixture.event()).isEqualTo("Ended alice/poll#2 COMPLETED");
        assertThat(this.fixture.observed.seen).hasSize(3);
    }

    @Test
    void whenATaskIsParkedThenItsEventsCarryTheFailure() {
        this.fixture = new TaskFixture(TaskFixture.restarting(new RestartSettings(RestartPolicy.ON_FAILURE,
                Duration.ZERO, 1, Duration.ZERO, 0, Duration.ofMinutes(1), 0, Duration.ofMinutes(1),
                OnExhausted.PARK)), "alice");
        List<Throwable> causes = new CopyOnWriteArrayList<>();
        this.fixture.listeners.add((event) -> {
            if (event instanceof BackgroundTaskFailedEvent failed) {
                causes.add(failed.getCause());
            }
            else if (event instanceof BackgroundTaskParkedEvent parked) {
                causes.add(parked.getCause());
            }
        });
        launch(OnStop.CANCEL);
        Exception broken = new IllegalStateException("broken");
        this.script.fail(broken);
        Awaitility.await().untilAsserted(() -> assertThat(causes).containsExactly(broken, broken));
    }

    @Test
    void whenARunHasNoThreadYetAtTheDeadlineThenItIsGivenUpWithoutAStack() throws Exception {
        CountDownLatch stopped = new CountDownLatch(1);
        List<Runnable> held = new CopyOnWriteArrayList<>();
        this.fixture = new TaskFixture(TaskFixture.stopping(Duration.ofMillis(10), Duration.ofMillis(50)),
                (action) -> new Thread(() -> held.add(action)), "alice");
        List<BackgroundTaskUnstoppedEvent> unstopped = new CopyOnWriteArrayList<>();
        this.fixture.listeners.add((event) -> {
            if (event instanceof BackgroundTaskUnstoppedEvent given) {
                unstopped.add(given);
            }
        });
        this.fixture.tasks.add("poll", this.script);
        this.fixture.lifecycle.start();
        this.fixture.accounts.launch("alice");
        Awaitility.await().until(() -> held.size() == 1);
        this.fixture.lifecycle.stop(stopped::countDown);
        Awaitility.await().until(() -> stopped.getCount() == 0);
        assertThat(unstopped).singleElement().satisfies((event) -> assertThat(event.getStackTrace()).isEmpty());
        Thread late = new Thread(held.get(0));
        late.start();
        late.join();
        assertThat(this.script.begun).isEmpty();
        assertThat(this.fixture.events).containsExactly("Unstopped alice/poll#0");
    }

    @Test
    void whenATaskIsStoppedThenItsRunCountsAsCancelledAndOneThatNeverBeganDoesNotCount() throws Exception {
        CompletableFuture<Void> mayBegin = new CompletableFuture<>();
        this.fixture = new TaskFixture(TaskFixture.SETTINGS, (action) -> new Thread(() -> {
            if (Thread.currentThread().getName().endsWith("late")) {
                mayBegin.join();
            }
            action.run();
        }), "alice");
        BackgroundTaskHandle late = this.fixture.tasks.add("late", (context) -> {
        });
        launch(OnStop.CANCEL);
        late.pause();
        mayBegin.complete(null);
        Awaitility.await().until(() -> late.state() == BackgroundTaskState.PAUSED);
        stop();
        assertThat(this.fixture.observed.seen).containsExactly("run alice/poll CANCELLED PT0S");
    }

    @Test
    void whenSomethingStandsAroundTheCodeThenEachRunGoesThroughIt() throws Exception {
        List<String> seen = new CopyOnWriteArrayList<>();
        RunInterceptor interceptor = (ariadne, task, run, work) -> {
            seen.add("before " + ariadne.name() + "/" + task + "#" + run);
            work.run();
            seen.add("after");
        };
        FakeAccounts accounts = new FakeAccounts("alice");
        BackgroundTaskRegistry tasks = new BackgroundTaskRegistry(accounts, TaskFixture.SETTINGS);
        BackgroundTaskLifecycle lifecycle = new BackgroundTaskLifecycle(tasks, accounts, accounts,
                TaskFixture.SETTINGS, new AriadneEventPublisher((event) -> {
                }), () -> {
                }, new BackgroundInstrumentation(BackgroundTaskObserver.NONE, interceptor, SystemScheduler::new));
        BackgroundTaskHandle handle = tasks.add("poll", (context) -> seen.add("code of run " + context.run()));
        lifecycle.start();
        accounts.launch("alice");
        assertThat(handle.await(Duration.ofSeconds(10))).isTrue();
        lifecycle.stop();
        assertThat(seen).containsExactly("before alice/poll#1", "code of run 1", "after");
    }

    @Test
    void whenNoThreadCanBeHadThenTheCallingThreadIsLeftAsItWas() {
        this.fixture = new TaskFixture(TaskFixture.SETTINGS, (action) -> {
            throw new OutOfMemoryError("unable to create native thread");
        }, "alice", "bob");
        List<String> seen = new CopyOnWriteArrayList<>();
        this.fixture.listeners
            .add((event) -> seen.add(MDC.get(LoggingContext.ACCOUNT_KEY) + " " + MDC.get(LoggingContext.TASK_KEY)));
        MDC.put(LoggingContext.ACCOUNT_KEY, "bob");
        MDC.put(LoggingContext.TASK_KEY, "adder");
        try {
            this.fixture.tasks.add("poll", this.script);
            this.fixture.lifecycle.start();
            this.fixture.accounts.launch("alice");
            assertThat(seen).containsExactly("alice poll");
            assertThat(MDC.get(LoggingContext.ACCOUNT_KEY)).isEqualTo("bob");
            assertThat(MDC.get(LoggingContext.TASK_KEY)).isEqualTo("adder");
        }
        finally {
            MDC.remove(LoggingContext.ACCOUNT_KEY);
            MDC.remove(LoggingContext.TASK_KEY);
        }
        this.fixture.accounts.launch("bob");
        assertThat(seen).containsExactly("alice poll", "bob poll");
        assertThat(MDC.get(LoggingContext.ACCOUNT_KEY)).isNull();
        assertThat(MDC.get(LoggingContext.TASK_KEY)).isNull();
    }

    @Test
    void whenATaskHasEndedBeforeThenAStopWaitsForTheOthersAllTheSame() throws Exception {
        BackgroundContext context = launch(OnStop.AWAIT);
        BackgroundTaskHandle done = this.fixture.tasks.add("done", (run) -> {
        });
        assertThat(done.await(Duration.ofSeconds(10))).isTrue();
        stopInBackground();
        Awaitility.await()
            .until(() -> stopper().stream().anyMatch((thread) -> thread.getState() == Thread.State.TIMED_WAITING));
        assertThat(context.isActive()).isFalse();
        this.script.complete();
        Awaitility.await().until(() -> !this.fixture.lifecycle.isRunning());
        assertThat(this.fixture.events).endsWith("Ended alice/poll#1 CANCELLED");
    }

    @Test
    void whenTheThreadThatStopsIsInterruptedThenThatIsTheDeadline() {
        this.fixture = new TaskFixture(TaskFixture.stopping(EVER, EVER), "alice");
        CompletableFuture<Void> release = new CompletableFuture<>();
        BackgroundContext context = launch(OnStop.AWAIT);
        this.script.step(() -> {
            release.join();
            return false;
        });
        stopInBackground();
        Awaitility.await().until(() -> !context.isActive());
        assertThat(stopper()).singleElement().satisfies(Thread::interrupt);
        Awaitility.await().until(() -> stopper().isEmpty());
        assertThat(this.fixture.events).containsExactly("Started alice/poll#1", "Unstopped alice/poll#1");
        assertThat(this.fixture.lifecycle.isRunning()).isFalse();
        release.complete(null);
    }

    private static List<Thread> stopper() {
        return Thread.getAllStackTraces().keySet().stream()
            .filter((thread) -> thread.getName().equals("ariadne-background-stop")).toList();
    }

}
