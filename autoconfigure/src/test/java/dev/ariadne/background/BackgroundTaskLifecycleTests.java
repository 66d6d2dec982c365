package dev.ariadne.background;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import dev.ariadne.LaunchStage;
import dev.ariadne.event.AriadneEventPublisher;
import dev.ariadne.event.BackgroundTaskEndedEvent;
import dev.ariadne.event.BackgroundTaskUnstoppedEvent;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BackgroundTaskLifecycle}: what is run when, and the end of everything within one budget.
 */
class BackgroundTaskLifecycleTests {

    private TaskFixture fixture = new TaskFixture();

    private final CountDownLatch release = new CountDownLatch(1);

    private final Semaphore entered = new Semaphore(0);

    @AfterEach
    void stop() {
        this.release.countDown();
        this.fixture.close();
    }

    private BackgroundTaskHandle hostile(String name) {
        return this.fixture.tasks.add(name, (context) -> {
            this.entered.release();
            ignoreInterrupts();
        });
    }

    /** A hostile task is told to have started before it is in its code, where it can be hostile. */
    private void awaitHostile(int count) {
        for (int i = 0; i < count; i++) {
            assertThat(this.fixture.event()).startsWith("Started");
        }
        this.entered.acquireUninterruptibly(count);
    }

    private static void awaitStopping(BackgroundTaskHandle handle) {
        Awaitility.await().until(() -> handle.state() == BackgroundTaskState.STOPPING);
    }

    private void ignoreInterrupts() {
        boolean released = false;
        while (!released) {
            try {
                this.release.await();
                released = true;
            }
            catch (InterruptedException ex) {
                // This is what a hostile task does.
            }
        }
    }


    @Test
    void whenNotEnabledThenNothingIsRun() {
        BackgroundSettings settings = TaskFixture.SETTINGS;
        this.fixture = new TaskFixture(new BackgroundSettings(false, settings.threads(), settings.shutdownTimeout(),
                settings.awaitTimeout(), settings.restart(), settings.phase()), "alice");
        this.fixture.lifecycle.start();
        assertThat(this.fixture.lifecycle.isRunning()).isFalse();
        assertThat(this.fixture.accounts.hasCompanions()).isFalse();
    }

    @Test
    void whenStoppedThenTheTimeOfThatStartIsClosed() {
        this.fixture.lifecycle.start();
        assertThat(this.fixture.scheduler.isClosed()).isFalse();
        this.fixture.lifecycle.stop();
        assertThat(this.fixture.scheduler.isClosed()).isTrue();
    }

    @Test
    void whenApplicationStartsThenItsOwnTasksRunForTheDefaultAccountOnly() {
        Script script = new Script();
        this.fixture.tasks.add(
                BackgroundTaskDefinition.named("clock").task(script).scope(BackgroundScope.APPLICATION).build());
        this.fixture.lifecycle.start();
        assertThat(script.awaitRun().ariadne().name()).isEqualTo("alice");
        this.fixture.accounts.launch("alice");
        this.fixture.accounts.launch("bob");
        this.fixture.lifecycle.stop();
        assertThat(this.fixture.events).containsExactly("Started alice/clock#1", "Ended alice/clock#1 CANCELLED");
    }

    @Test
    void whenThereIsNoAccountThenTasksOfTheApplicationAreNotRun() {
        this.fixture = new TaskFixture(TaskFixture.SETTINGS, new String[0]);
        BackgroundTaskHandle handle = this.fixture.tasks.add(BackgroundTaskDefinition.named("clock")
            .task(new Script())
            .scope(BackgroundScope.APPLICATION)
            .build());
        this.fixture.lifecycle.start();
        assertThat(handle.states()).isEmpty();
        assertThat(handle.state()).isEqualTo(BackgroundTaskState.WAITING);
    }

    @Test
    void whenTaskIsForSomeAccountsThenOthersDoNotGetIt() {
        Script script = new Script();
        BackgroundTaskHandle byName = this.fixture.tasks
            .add(BackgroundTaskDefinition.named("byName").task(script).accounts("bob").build());
        BackgroundTaskHandle byId = this.fixture.tasks
            .add(BackgroundTaskDefinition.named("byId").task(script).accounts("10001").build());
        this.fixture.lifecycle.start();
        this.fixture.accounts.launch("alice");
        this.fixture.accounts.launch("bob");
        assertThat(byName.states()).containsOnlyKeys("bob");
        assertThat(byId.states()).containsOnlyKeys("alice");
    }

    @Test
    void whenTaskIsAddedLaterThenItStartsAtOnceForLaunchedAccounts() {
        this.fixture.lifecycle.start();
        this.fixture.accounts.launch("bob");
        Script script = new Script();
        this.fixture.tasks.add("late", script);
        assertThat(script.awaitRun().ariadne().name()).isEqualTo("bob");
    }

    @Test
    void whenATaskOfTheApplicationIsAddedLaterThenItStartsAtOnce() {
        this.fixture.lifecycle.start();
        assertThat(this.fixture.lifecycle.getPhase()).isEqualTo(BackgroundSettings.DEFAULT_PHASE);
        Script script = new Script();
        this.fixture.tasks.add(
                BackgroundTaskDefinition.named("clock").task(script).scope(BackgroundScope.APPLICATION).build());
        assertThat(script.awaitRun().ariadne().name()).isEqualTo("alice");
    }

    @Test
    void whenAccountIsStoppedThenOnlyItsTasksEnd() throws Exception {
        Script script = new Script();
        BackgroundTaskHandle handle = this.fixture.tasks.add("poll", script);
        this.fixture.lifecycle.start();
        this.fixture.accounts.launch("alice");
        this.fixture.accounts.launch("bob");
        script.awaitRun();
        script.awaitRun();
        this.fixture.accounts.shutDown("alice").toCompletableFuture().get(10, TimeUnit.SECONDS);
        assertThat(this.fixture.events).last().isEqualTo("Ended alice/poll#1 CANCELLED");
        assertThat(handle.states()).containsEntry("alice", BackgroundTaskState.CANCELLED)
            .containsEntry("bob", BackgroundTaskState.RUNNING);
        this.fixture.accounts.launch("alice");
        assertThat(script.awaitRun().run()).isOne();
    }

    @Test
    void whenLaunchArrivesAfterTheStopThatOvertookItThenNothingStarts() {
        Script script = new Script();
        BackgroundTaskHandle handle = this.fixture.tasks.add("poll", script);
        this.fixture.lifecycle.start();
        this.fixture.accounts.account("alice").stage(LaunchStage.CLEANING);
        assertThat(this.fixture.accounts.shutDown("alice").toCompletableFuture()).isDone();
        this.fixture.accounts.companion().launched(this.fixture.accounts.account("alice"));
        assertThat(handle.states()).isEmpty();
        this.fixture.accounts.account("alice").stage(LaunchStage.BLOCKING);
        this.fixture.accounts.companion().launched(this.fixture.accounts.account("alice"));
        assertThat(script.awaitRun().ariadne().name()).isEqualTo("alice");
    }

    @Test
    void whenLaunchArrivesAfterTheApplicationWasToldToStopThenNothingStarts() {
        BackgroundTaskHandle handle = hostile("poll");
        this.fixture.lifecycle.start();
        this.fixture.accounts.launch("alice");
        awaitHostile(1);
        this.fixture.lifecycle.stop(() -> {
        });
        this.fixture.accounts.companion().launched(this.fixture.accounts.account("bob"));
        this.fixture.tasks.add("late", new Script());
        awaitStopping(handle);
        this.release.countDown();
        this.fixture.lifecycle.stop();
        assertThat(this.fixture.events).containsExactly("Ended alice/poll#1 CANCELLED");
    }

    @Test
    void whenStoppedTwiceThenBothAreToldOnceAndTheTaskEndsOnce() throws Exception {
        BackgroundTaskHandle handle = hostile("poll");
        this.fixture.lifecycle.start();
        this.fixture.accounts.launch("alice");
        awaitHostile(1);
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        this.fixture.lifecycle.stop(() -> {
            told.add("first");
            throw new IllegalStateException("a callback that fails");
        });
        this.fixture.lifecycle.stop(() -> told.add("second"));
        assertThat(told).isEmpty();
        assertThat(this.fixture.lifecycle.isRunning()).isTrue();
        awaitStopping(handle);
        this.release.countDown();
        this.fixture.lifecycle.stop();
        Awaitility.await().untilAsserted(() -> assertThat(told).containsExactlyInAnyOrder("first", "second"));
        assertThat(this.fixture.lifecycle.isRunning()).isFalse();
        this.fixture.lifecycle.stop(() -> told.add("third"));
        assertThat(told).hasSize(3);
        assertThat(this.fixture.events).containsExactly("Ended alice/poll#1 CANCELLED");
        assertThat(this.fixture.accounts.hasCompanions()).isFalse();
    }

    @Test
    void whenStartedDuringAStopThenTheStartWaitsForIt() throws Exception {
        BackgroundTaskHandle handle = hostile("poll");
        this.fixture.lifecycle.start();
        this.fixture.accounts.launch("alice");
        awaitHostile(1);
        CountDownLatch stopped = new CountDownLatch(1);
        this.fixture.lifecycle.stop(stopped::countDown);
        CompletableFuture<Void> started = CompletableFuture.runAsync(this.fixture.lifecycle::start);
        assertThat(stopped.getCount()).isOne();
        assertThat(started).isNotDone();
        awaitStopping(handle);
        this.release.countDown();
        started.get(10, TimeUnit.SECONDS);
        assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(this.fixture.lifecycle.isRunning()).isTrue();
        assertThat(this.fixture.event()).isEqualTo("Ended alice/poll#1 CANCELLED");
        assertThat(this.fixture.event()).isEqualTo("Started alice/poll#1");
    }

    @Test
    void whenTasksDoNotStopThenAllAreNamedAfterOneDeadline() {
        this.fixture = new TaskFixture(TaskFixture.stopping(Duration.ZERO, Duration.ofMillis(300)), "alice");
        List<List<StackTraceElement>> stacks = new ArrayList<>();
        this.fixture.listeners.add((event) -> {
            if (event instanceof BackgroundTaskUnstoppedEvent unstopped) {
                stacks.add(unstopped.getStackTrace());
            }
        });
        int count = 50;
        for (int i = 0; i < count; i++) {
            hostile("hostile" + i);
        }
        this.fixture.lifecycle.start();
        this.fixture.accounts.launch("alice");
        awaitHostile(count);
        long begin = System.nanoTime();
        this.fixture.lifecycle.stop();
        // One deadline after the other would take 15 s.
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
        assertThat(this.fixture.events).hasSize(count).allMatch((event) -> event.startsWith("Unstopped alice/hostile"));
        assertThat(stacks).hasSize(count)
            .allSatisfy((stack) -> assertThat(stack).anyMatch((frame) -> frame.getMethodName().equals("ignoreInterrupts")));
        assertThat(this.fixture.tasks.snapshots()).allMatch((task) -> task.state() == BackgroundTaskState.UNSTOPPED);
    }

    @Test
    void whenAListenerOfAnUnstoppedTaskDoesNotReturnThenAllAreAbandonedAndTheStopGoesOn() {
        this.fixture = new TaskFixture(TaskFixture.stopping(Duration.ZERO, Duration.ofMillis(50)), "alice");
        List<BackgroundTaskState> statesWhenTold = new CopyOnWriteArrayList<>();
        this.fixture.listeners.add((event) -> {
            if (event instanceof BackgroundTaskUnstoppedEvent) {
                this.fixture.tasks.snapshots().forEach((task) -> statesWhenTold.add(task.state()));
                ignoreInterrupts();
            }
        });
        hostile("one");
        hostile("two");
        this.fixture.lifecycle.start();
        this.fixture.accounts.launch("alice");
        awaitHostile(2);
        assertThat(CompletableFuture.runAsync(this.fixture.lifecycle::stop)).succeedsWithin(Duration.ofSeconds(10));
        assertThat(statesWhenTold).containsExactly(BackgroundTaskState.UNSTOPPED, BackgroundTaskState.UNSTOPPED);
        assertThat(this.fixture.observed.seen).containsExactlyInAnyOrder("unstopped alice/one",
                "unstopped alice/two");
    }

    @Test
    void whenAListenerOfAnUnstoppedTaskWaitsForTheStopThenTheStopDoesNotWaitForIt() {
        this.fixture = new TaskFixture(TaskFixture.stopping(Duration.ZERO, Duration.ofMillis(50)), "alice");
        this.fixture.listeners.add((event) -> {
            if (event instanceof BackgroundTaskUnstoppedEvent) {
                // As one does that closes the application.
                this.fixture.lifecycle.stop(this.release::countDown);
                ignoreInterrupts();
            }
        });
        hostile("poll");
        this.fixture.lifecycle.start();
        this.fixture.accounts.launch("alice");
        awaitHostile(1);
        assertThat(CompletableFuture.runAsync(this.fixture.lifecycle::stop)).succeedsWithin(Duration.ofSeconds(10));
        Awaitility.await().until(() -> this.release.getCount() == 0);
    }

    @Test
    void whenStartedWhileAnAbandonedRunIsAliveThenItsTaskWaitsForItsEnd() throws Exception {
        this.fixture = new TaskFixture(TaskFixture.stopping(Duration.ZERO, Duration.ofSeconds(1)), "alice");
        AtomicInteger alive = new AtomicInteger();
        CountDownLatch entered = new CountDownLatch(1);
        BackgroundTaskHandle handle = this.fixture.tasks.add("poll", (context) -> {
            assertThat(alive.incrementAndGet()).isOne();
            entered.countDown();
            ignoreInterrupts();
            alive.decrementAndGet();
        });
        this.fixture.lifecycle.start();
        this.fixture.accounts.launch("alice");
        this.fixture.event();
        entered.await();
        this.fixture.lifecycle.stop();
        assertThat(this.fixture.event()).isEqualTo("Unstopped alice/poll#1");
        assertThat(handle.await(Duration.ofMillis(1))).isFalse();
        this.fixture.lifecycle.start();
        assertThat(handle.state()).isEqualTo(BackgroundTaskState.WAITING);
        this.fixture.lifecycle.stop();
        assertThat(this.fixture.event()).isEqualTo("Ended alice/poll#0 CANCELLED");
        this.fixture.lifecycle.start();
        assertThat(handle.state()).isEqualTo(BackgroundTaskState.WAITING);
        this.release.countDown();
        assertThat(this.fixture.event()).isEqualTo("Started alice/poll#1");
        assertThat(this.fixture.event()).isEqualTo("Ended alice/poll#1 COMPLETED");
    }

    @Test
    void whenAStopGoesOnWithoutAListenerWhileAnAbandonedRunIsAliveThenTheNextLaunchWaitsForBoth() throws Exception {
        this.fixture = new TaskFixture(TaskFixture.stopping(Duration.ZERO, Duration.ofMillis(50)), "alice");
        CompletableFuture<Thread> telling = new CompletableFuture<>();
        CompletableFuture<Void> told = new CompletableFuture<>();
        this.fixture.listeners.add((event) -> {
            if (event instanceof BackgroundTaskEndedEvent && telling.complete(Thread.currentThread())) {
                told.join();
            }
        });
        BackgroundTaskHandle handle = hostile("poll");
        this.fixture.lifecycle.start();
        this.fixture.accounts.launch("alice");
        awaitHostile(1);
        this.fixture.lifecycle.stop();
        assertThat(this.fixture.event()).isEqualTo("Unstopped alice/poll#1");
        this.fixture.lifecycle.start();
        this.fixture.lifecycle.stop();
        assertThat(this.fixture.event()).isEqualTo("Ended alice/poll#0 CANCELLED");
        this.fixture.lifecycle.start();
        told.complete(null);
        telling.join().join();
        assertThat(handle.state()).isEqualTo(BackgroundTaskState.WAITING);
        this.release.countDown();
        assertThat(this.fixture.event()).isEqualTo("Started alice/poll#1");
        assertThat(this.fixture.event()).isEqualTo("Ended alice/poll#1 COMPLETED");
    }

    @Test
    void whenListenerOfTheEndDoesNotReturnThenItsTaskIsAbandoned() {
        this.fixture = new TaskFixture(TaskFixture.stopping(Duration.ZERO, Duration.ofMillis(50)), "alice");
        this.fixture.listeners.add((event) -> {
            if (!(event instanceof BackgroundTaskUnstoppedEvent)) {
                ignoreInterrupts();
            }
        });
        this.fixture.tasks.add("poll", new Script());
        this.fixture.lifecycle.start();
        this.fixture.accounts.launch("alice");
        this.fixture.event();
        this.fixture.lifecycle.stop();
        assertThat(this.fixture.events).containsExactly("Unstopped alice/poll#1");
    }

    @Test
    void whenTheRunHasEndedAndTheListenerOfItsEndDoesNotReturnThenTheTaskIsNotUnstopped() {
        this.fixture = new TaskFixture(TaskFixture.stopping(Duration.ZERO, Duration.ofMillis(50)), "alice");
        this.fixture.listeners.add((event) -> {
            if (event instanceof BackgroundTaskEndedEvent) {
                ignoreInterrupts();
            }
        });
        BackgroundTaskHandle handle = this.fixture.tasks.add("poll", new Script());
        this.fixture.lifecycle.start();
        this.fixture.accounts.launch("alice");
        assertThat(this.fixture.event()).isEqualTo("Started alice/poll#1");
        this.fixture.lifecycle.stop();
        assertThat(this.fixture.events).containsExactly("Ended alice/poll#1 CANCELLED");
        assertThat(handle.state()).isEqualTo(BackgroundTaskState.CANCELLED);
        this.fixture.listeners.clear();
        this.fixture.lifecycle.start();
        assertThat(handle.state()).isEqualTo(BackgroundTaskState.WAITING);
        this.release.countDown();
        assertThat(this.fixture.event()).isEqualTo("Ended alice/poll#1 CANCELLED");
        assertThat(this.fixture.event()).isEqualTo("Started alice/poll#1");
    }

    @Test
    void whenAnAccountIsStoppingThenTheStopOfAllWaitsForItsTasksToo() {
        BackgroundTaskHandle handle = hostile("poll");
        this.fixture.lifecycle.start();
        this.fixture.accounts.launch("alice");
        awaitHostile(1);
        CompletableFuture<?> shutDown = this.fixture.accounts.shutDown("alice").toCompletableFuture();
        awaitStopping(handle);
        CompletableFuture<Void> stopped = new CompletableFuture<>();
        this.fixture.lifecycle.stop(() -> stopped.complete(null));
        Awaitility.await().until(() -> !this.fixture.accounts.account("alice").launchStatus().stage().isRunning());
        assertThat(stopped).isNotDone();
        this.release.countDown();
        this.fixture.lifecycle.stop();
        assertThat(this.fixture.events).containsExactly("Ended alice/poll#1 CANCELLED");
        Awaitility.await().until(shutDown::isDone);
    }

    @Test
    void whenATaskOfAStoppingAccountStopsAllThenItIsNotWaitedFor() {
        CountDownLatch stopped = new CountDownLatch(1);
        BackgroundTaskHandle handle = this.fixture.tasks.add("closer", (context) -> {
            this.entered.release();
            ignoreInterrupts();
            this.fixture.lifecycle.stop();
            stopped.countDown();
        });
        this.fixture.lifecycle.start();
        this.fixture.accounts.launch("alice");
        awaitHostile(1);
        this.fixture.accounts.shutDown("alice");
        awaitStopping(handle);
        this.release.countDown();
        // The deadline is 30 s.
        Awaitility.await().until(() -> stopped.getCount() == 0);
        assertThat(this.fixture.event()).isEqualTo("Ended alice/closer#1 CANCELLED");
    }

    @Test
    @Tag("mass")
    void whenStartedAndStoppedAHundredTimesThenNoThreadIsLeft() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        FakeAccounts accounts = new FakeAccounts("alice", "bob");
        BackgroundTaskRegistry tasks = new BackgroundTaskRegistry(accounts, TaskFixture.SETTINGS);
        AtomicInteger events = new AtomicInteger();
        BackgroundTaskLifecycle lifecycle = new BackgroundTaskLifecycle(tasks, accounts, accounts,
                TaskFixture.SETTINGS, new AriadneEventPublisher((event) -> events.incrementAndGet()), () -> {
                });
        tasks.add("poll", new Script());
        tasks.add("broken", (context) -> {
            throw new IllegalStateException("broken");
        });
        accounts.launch("alice");
        accounts.launch("bob");
        for (int i = 0; i < 100; i++) {
            lifecycle.start();
            lifecycle.stop();
        }
        // Ended of each task; Started, and Failed, only of those that had the time to begin.
        assertThat(events.get()).isGreaterThanOrEqualTo(400);
        Awaitility.await()
            .untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch((thread) -> thread.getName().startsWith("ariadne-") && !before.contains(thread)));
    }

    @Test
    @Tag("mass")
    void whenTenThousandTasksRunThenAllAreCancelled() {
        int count = 10_000;
        CountDownLatch running = new CountDownLatch(count);
        for (int i = 0; i < count; i++) {
            this.fixture.tasks.add("task" + i, (context) -> {
                running.countDown();
                context.sleep(Duration.ofDays(1));
            });
        }
        this.fixture.lifecycle.start();
        this.fixture.accounts.launch("alice");
        assertThat(running).satisfies((latch) -> assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue());
        this.fixture.lifecycle.stop();
        assertThat(this.fixture.tasks.snapshots()).hasSize(count)
            .allMatch((task) -> task.state() == BackgroundTaskState.CANCELLED);
        assertThat(this.fixture.events).hasSize(2 * count);
    }

}
