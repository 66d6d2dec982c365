package dev.ariadne.background;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

import dev.ariadne.event.BackgroundTaskEvent;
import dev.ariadne.event.BackgroundTaskFailedEvent;
import dev.ariadne.event.BackgroundTaskStuckEvent;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Watchdog}: runs that show no progress.
 */
class WatchdogTests {

    private final TaskFixture fixture = new TaskFixture();

    private final Script script = new Script();

    private final BlockingQueue<BackgroundTaskEvent> events = new LinkedBlockingQueue<>();

    @AfterEach
    void stop() {
        this.fixture.close();
    }

    private BackgroundTaskHandle launch(boolean restartWhenStuck, OnStop onStop) {
        this.fixture.listeners.add(this.events::add);
        BackgroundTaskHandle handle = this.fixture.tasks.add(BackgroundTaskDefinition.named("poll")
            .task(this.script)
            .onStop(onStop)
            .stuckAfter(Duration.ofSeconds(10))
            .restartWhenStuck(restartWhenStuck)
            .build());
        this.fixture.lifecycle.start();
        this.fixture.accounts.launch("alice");
        assertThat(this.fixture.event()).isEqualTo("Started alice/poll#1");
        TaskFixture.next(this.events);
        return handle;
    }

    private void advance(String time) {
        this.fixture.scheduler.advance(Duration.parse(time));
    }

    @Test
    void whenRunShowsProgressThenItIsNotStuckAndThereIsOneTimer() {
        launch(false, OnStop.CANCEL);
        BackgroundContext context = this.script.awaitRun();
        for (int second = 0; second < 60; second++) {
            advance("PT1S");
            context.progress();
            assertThat(this.fixture.scheduler.waiting()).isEqualTo(1);
        }
        assertThat(this.fixture.observed.seen).isEmpty();
        this.script.complete();
        Awaitility.await().until(() -> this.fixture.scheduler.waiting() == 0);
    }

    @Test
    void whenRunShowsNoProgressThenItIsReportedOncePerStall() {
        launch(false, OnStop.CANCEL);
        BackgroundContext context = this.script.awaitRun();
        advance("PT4S");
        context.progress();
        advance("PT9.999S");
        assertThat(this.fixture.observed.seen).isEmpty();
        advance("PT0.001S");
        assertThat(TaskFixture.next(this.fixture.observed.seen)).isEqualTo("stuck alice/poll");
        assertThat(TaskFixture.next(this.events)).isInstanceOfSatisfying(BackgroundTaskStuckEvent.class, (event) -> {
            assertThat(event.getStuckFor()).isEqualTo(Duration.ofSeconds(10));
            assertThat(event.getStackTrace()).anyMatch((frame) -> frame.getClassName().equals(Script.class.getName()));
        });
        advance("PT1H");
        context.progress();
        advance("PT9S");
        assertThat(this.fixture.observed.seen).isEmpty();
        advance("PT11S");
        assertThat(TaskFixture.next(this.fixture.observed.seen)).isEqualTo("stuck alice/poll");
        assertThat(context.isActive()).isTrue();
        this.script.complete();
        assertThat(TaskFixture.next(this.fixture.observed.seen)).startsWith("run alice/poll COMPLETED");
    }

    @Test
    void whenTimeHasPassedBeforeTheRunThenAStallCountsFromItsBeginning() {
        advance("PT1H");
        launch(false, OnStop.CANCEL);
        this.script.awaitRun();
        advance("PT10S");
        assertThat(TaskFixture.next(this.events)).isInstanceOfSatisfying(BackgroundTaskStuckEvent.class,
                (event) -> assertThat(event.getStuckFor()).isEqualTo(Duration.ofSeconds(10)));
        this.script.complete();
    }

    @Test
    void whenRunIsStuckAndToBeRestartedThenItIsInterruptedAndCountsAsFailed() {
        launch(true, OnStop.AWAIT);
        this.script.awaitRun();
        advance("PT10S");
        assertThat(TaskFixture.next(this.script.met)).isEqualTo("interrupt");
        assertThat(TaskFixture.next(this.events)).isInstanceOf(BackgroundTaskStuckEvent.class);
        assertThat(TaskFixture.next(this.events)).isInstanceOfSatisfying(BackgroundTaskFailedEvent.class, (event) -> {
            assertThat(event.getCause()).isInstanceOf(BackgroundTaskStuckException.class)
                .hasMessageContaining("PT10S");
            assertThat(event.getCause().getSuppressed()).singleElement().isInstanceOf(InterruptedException.class);
            assertThat(event.getDelay()).isEqualTo(Duration.ofSeconds(1));
        });
        Awaitility.await().until(() -> this.fixture.scheduler.waiting() == 1);
        assertThat(this.fixture.tasks.snapshots().get(0).state()).isEqualTo(BackgroundTaskState.BACKING_OFF);
        advance("PT1S");
        assertThat(this.script.awaitRun().run()).isEqualTo(2);
        assertThat(this.fixture.observed.seen).containsExactly("stuck alice/poll", "run alice/poll FAILED PT10S",
                "restarted alice/poll");
        this.script.complete();
    }

    @Test
    void whenAListenerOfAStallDoesNotReturnThenTheRunIsRestartedAllTheSame() throws Exception {
        CompletableFuture<Thread> telling = new CompletableFuture<>();
        CompletableFuture<Void> told = new CompletableFuture<>();
        BackgroundTaskHandle handle = launch(true, OnStop.CANCEL);
        this.fixture.listeners.add((event) -> {
            if (event instanceof BackgroundTaskStuckEvent) {
                telling.complete(Thread.currentThread());
                told.join();
            }
        });
        this.script.awaitRun();
        advance("PT10S");
        assertThat(telling).succeedsWithin(Duration.ofSeconds(10));
        advance("PT4.999S");
        assertThat(handle.state()).isEqualTo(BackgroundTaskState.RUNNING);
        advance("PT0.001S");
        assertThat(TaskFixture.next(this.script.met)).isEqualTo("interrupt");
        assertThat(TaskFixture.next(this.events)).isInstanceOf(BackgroundTaskStuckEvent.class);
        assertThat(TaskFixture.next(this.events)).isInstanceOf(BackgroundTaskFailedEvent.class);
        Awaitility.await().until(() -> this.fixture.scheduler.waiting() == 1);
        advance("PT1S");
        assertThat(this.script.awaitRun().run()).isEqualTo(2);
        told.complete(null);
        telling.join().join();
        assertThat(handle.state()).isEqualTo(BackgroundTaskState.RUNNING);
        this.script.complete();
    }

    @Test
    void whenStuckRunIsPausedBeforeItEndsThenThePauseWins() {
        BackgroundTaskHandle handle = launch(true, OnStop.CANCEL);
        CompletableFuture<Void> release = new CompletableFuture<>();
        this.script.awaitRun();
        this.script.step(() -> {
            release.join();
            return false;
        });
        advance("PT10S");
        Awaitility.await().until(() -> handle.state() == BackgroundTaskState.STOPPING);
        handle.pause();
        release.complete(null);
        Awaitility.await().until(() -> handle.state() == BackgroundTaskState.PAUSED);
        assertThat(this.fixture.tasks.snapshots().get(0).failures()).isZero();
    }

    @Test
    void whenStuckRunGetsOnWhileItIsReportedThenItIsNotStopped() {
        BackgroundTaskHandle handle = launch(true, OnStop.CANCEL);
        BackgroundContext context = this.script.awaitRun();
        CountDownLatch reported = new CountDownLatch(1);
        this.fixture.listeners.add((event) -> {
            context.progress();
            reported.countDown();
        });
        // Time moves on in the listener, so that the progress is later than the stall.
        this.fixture.listeners.add(0, (event) -> this.fixture.scheduler.advance(Duration.ofNanos(1)));
        advance("PT10S");
        assertThat(reported).satisfies((latch) -> latch.await());
        this.script.complete();
        assertThat(List.of(TaskFixture.next(this.fixture.observed.seen), TaskFixture.next(this.fixture.observed.seen)))
            .first()
            .isEqualTo("stuck alice/poll");
        Awaitility.await().until(() -> handle.state() == BackgroundTaskState.COMPLETED);
        assertThat(this.fixture.tasks.snapshots().get(0).failures()).isZero();
    }

}
