package dev.ariadne.background;

import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.ariadne.CallInterruptedException;
import dev.ariadne.concurrent.FailingLog;
import dev.ariadne.event.AriadneEventPublisher;
import dev.ariadne.event.BackgroundTaskEndedEvent;
import dev.ariadne.event.BackgroundTaskFailedEvent;
import dev.ariadne.event.BackgroundTaskUnstoppedEvent;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what the log tells of background tasks.
 */
class TaskLogTests {

    private final Logger logger = (Logger) LoggerFactory.getLogger(BackgroundTask.class);

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    private final TaskFixture fixture = new TaskFixture(
            TaskFixture.stopping(Duration.ofMillis(20), Duration.ofMillis(100)), "alice");

    private final CountDownLatch release = new CountDownLatch(1);

    @BeforeEach
    void start() {
        this.logger.setLevel(Level.INFO);
        this.log.start();
        this.logger.addAppender(this.log);
        this.fixture.lifecycle.start();
        this.fixture.accounts.launch("alice");
    }

    @AfterEach
    void stop() {
        this.release.countDown();
        this.fixture.close();
        this.logger.detachAppender(this.log);
        this.logger.setLevel(null);
    }

    private void awaitLine(Level level, String... parts) {
        Awaitility.await().untilAsserted(() -> assertThat(logged(level)).extracting(ILoggingEvent::getFormattedMessage)
            .anySatisfy((line) -> assertThat(line).contains(parts)));
    }

    private List<ILoggingEvent> logged(Level level) {
        // The appender appends under its own monitor.
        synchronized (this.log) {
            return this.log.list.stream().filter((event) -> event.getLevel() == level).toList();
        }
    }

    @Test
    void whenRunsFailThenEachIsOneLineAndOnlyTheFirstOfItsKindHasAStackTrace() {
        this.fixture.tasks.add("poll", (context) -> {
            throw new IllegalStateException("broken");
        });
        for (int run = 1; run <= 3; run++) {
            Awaitility.await().until(() -> this.fixture.scheduler.waiting() == 1);
            this.fixture.scheduler.advance(Duration.ofSeconds(1L << (run - 1)));
        }
        Awaitility.await().untilAsserted(() -> assertThat(logged(Level.ERROR)).hasSize(1));
        assertThat(logged(Level.WARN)).hasSize(3)
            .allMatch((event) -> event.getFormattedMessage().contains("IllegalStateException: broken"))
            .extracting((event) -> event.getThrowableProxy() != null)
            .containsExactly(true, false, false);
        assertThat(logged(Level.ERROR).get(0).getFormattedMessage()).contains("parked");
        assertThat(logged(Level.ERROR).get(0).getThrowableProxy()).isNotNull();
        assertThat(logged(Level.ERROR).get(0).getMDCPropertyMap()).containsEntry("ariadne.account", "alice")
            .containsEntry("ariadne.task", "poll");
    }

    @Test
    void whenTheLogFailsThenTheTaskRunsAndIsRunAgainAndEventsTellOfItAllTheSame() throws Exception {
        CountDownLatch runs = new CountDownLatch(2);
        try (FailingLog log = new FailingLog(BackgroundTask.class)) {
            this.fixture.tasks.add("poll", (context) -> {
                runs.countDown();
                throw new IllegalStateException("broken");
            });
            // The handler of uncaught exceptions is told what the log throws.
            Awaitility.await().dontCatchUncaughtExceptions().until(() -> this.fixture.scheduler.waiting() == 1);
            this.fixture.scheduler.advance(Duration.ofSeconds(1));
            assertThat(runs.await(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(this.fixture.event()).isEqualTo("Started alice/poll#1");
        assertThat(this.fixture.event()).isEqualTo("Failed alice/poll#1 PT1S");
        assertThat(this.fixture.event()).isEqualTo("Started alice/poll#2");
    }

    @Test
    void whenTheFailureOfAListenerCannotBeLoggedThenTheTaskIsRunAgainAllTheSame() throws Exception {
        CountDownLatch runs = new CountDownLatch(2);
        this.fixture.listeners.add((event) -> {
            if (event instanceof BackgroundTaskFailedEvent) {
                throw new IllegalStateException("a listener that fails");
            }
        });
        try (FailingLog failing = new FailingLog(AriadneEventPublisher.class)) {
            this.fixture.tasks.add("poll", (context) -> {
                runs.countDown();
                throw new IllegalStateException("broken");
            });
            // The handler of uncaught exceptions is told what the log throws.
            Awaitility.await().dontCatchUncaughtExceptions().until(() -> this.fixture.scheduler.waiting() == 1);
            this.fixture.scheduler.advance(Duration.ofSeconds(1));
            assertThat(runs.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void whenATaskBeginsAndEndsThenThatIsTold() {
        Script script = new Script();
        BackgroundTaskHandle handle = this.fixture.tasks.add("poll", script);
        script.awaitRun();
        awaitLine(Level.INFO, "'poll'", "'alice'", "started");
        handle.pause();
        awaitLine(Level.INFO, "'poll'", "'alice'", "is paused");
        handle.resume();
        script.awaitRun();
        handle.restart();
        awaitLine(Level.INFO, "'poll'", "'alice'", "is stopped for now");
        script.awaitRun();
        script.complete();
        awaitLine(Level.INFO, "'poll'", "'alice'", "ended: completed");
        handle.restart();
        script.awaitRun();
        handle.cancel();
        awaitLine(Level.INFO, "'poll'", "'alice'", "ended: cancelled");
        // Later runs are told to who wants to know all.
        assertThat(logged(Level.INFO)).extracting(ILoggingEvent::getFormattedMessage)
            .filteredOn((line) -> line.contains("started")).hasSize(1);
        assertThat(logged(Level.WARN)).isEmpty();
    }

    @Test
    void whenATaskFailsWhileItIsStoppedThenThatIsToldUnlessItWasInterrupted() {
        BackgroundTaskHandle handle = this.fixture.tasks.add("poll", (context) -> {
            try {
                context.sleep(Duration.ofDays(1));
            }
            catch (InterruptedException ex) {
                throw new IllegalStateException("broken while it cleans up");
            }
        });
        awaitLine(Level.INFO, "started");
        handle.cancel();
        awaitLine(Level.WARN, "'poll'", "'alice'", "failed while it was being stopped");
        assertThat(logged(Level.WARN)).singleElement()
            .satisfies((event) -> assertThat(event.getThrowableProxy().getMessage()).contains("broken"));
    }

    static List<Exception> interruptions() {
        return List.of(new InterruptedException(), new CancellationException(), new InterruptedIOException(),
                new ClosedByInterruptException(),
                new CallInterruptedException("alice", "recall", new InterruptedException()),
                new IllegalStateException("wrapped", new InterruptedException()));
    }

    @ParameterizedTest
    @MethodSource("interruptions")
    void whenATaskEndsByAnInterruptionWhileItIsStoppedThenThatIsNoFailure(Exception interruption) {
        BackgroundTaskHandle handle = this.fixture.tasks.add("poll", (context) -> {
            try {
                context.sleep(Duration.ofDays(1));
            }
            catch (InterruptedException ex) {
                throw interruption;
            }
        });
        awaitLine(Level.INFO, "started");
        handle.cancel();
        awaitLine(Level.INFO, "ended: cancelled");
        assertThat(logged(Level.WARN)).isEmpty();
    }

    @Test
    void whenTaskDoesNotStopThenItIsNamedWithItsStackAndItsLateEndIsToldOnce() {
        CountDownLatch running = new CountDownLatch(1);
        this.fixture.tasks.add("deaf", (context) -> {
            running.countDown();
            neverMind();
        });
        assertThat(running).satisfies((latch) -> latch.await());
        this.fixture.lifecycle.stop();
        assertThat(logged(Level.ERROR)).singleElement().satisfies((event) -> {
            assertThat(event.getFormattedMessage()).contains("'deaf'").contains("'alice'");
            assertThat(event.getThrowableProxy().getStackTraceElementProxyArray())
                .anyMatch((frame) -> frame.getStackTraceElement().getClassName().equals(TaskLogTests.class.getName()));
            assertThat(event.getThrowableProxy().getMessage()).contains("ariadne-alice-deaf");
            assertThat(event.getMDCPropertyMap()).containsEntry("ariadne.task", "deaf");
        });
        assertThat(this.fixture.observed.seen).containsExactly("unstopped alice/deaf");
        this.fixture.lifecycle.start();
        assertThat(logged(Level.WARN)).singleElement()
            .satisfies((event) -> assertThat(event.getFormattedMessage()).contains("former launch"));
        this.log.list.clear();
        this.release.countDown();
        Awaitility.await()
            .untilAsserted(() -> assertThat(logged(Level.INFO)).first()
                .satisfies((event) -> assertThat(event.getFormattedMessage()).contains("abandoned before, has ended")));
    }

    @Test
    void whenAListenerOfTheEndDoesNotReturnThenTheStopNamesItAndGoesOn() {
        CountDownLatch told = new CountDownLatch(1);
        this.fixture.listeners.add((event) -> {
            if (event instanceof BackgroundTaskEndedEvent) {
                told.countDown();
                neverMind();
            }
        });
        RegisteredTask task = (RegisteredTask) this.fixture.tasks.add("short", (context) -> {
        });
        assertThat(told).satisfies((latch) -> latch.await());
        CompletableFuture<Void> settled = task.supervisors("alice").get(0).settled();
        assertThat(settled).isNotDone();
        this.fixture.lifecycle.stop();
        assertThat(logged(Level.ERROR)).singleElement().satisfies((event) -> {
            assertThat(event.getFormattedMessage()).contains("'short'").contains("'alice'").contains("has ended")
                .contains("a listener");
            assertThat(event.getThrowableProxy().getStackTraceElementProxyArray())
                .anyMatch((frame) -> frame.getStackTraceElement().getClassName().equals(TaskLogTests.class.getName()));
        });
        assertThat(settled).isCompleted();
        assertThat(task.state()).isEqualTo(BackgroundTaskState.COMPLETED);
        assertThat(this.fixture.observed.seen).containsExactly("run alice/short COMPLETED PT0S");
    }

    @Test
    void whenAListenerOfAnUnstoppedTaskDoesNotReturnThenAllAreNamedBeforeTheStopGoesOn() {
        this.fixture.listeners.add((event) -> {
            if (event instanceof BackgroundTaskUnstoppedEvent) {
                neverMind();
            }
        });
        CountDownLatch running = new CountDownLatch(2);
        for (String name : List.of("deaf", "mute")) {
            this.fixture.tasks.add(name, (context) -> {
                running.countDown();
                neverMind();
            });
        }
        assertThat(running).satisfies((latch) -> latch.await());
        assertThat(CompletableFuture.runAsync(this.fixture.lifecycle::stop)).succeedsWithin(Duration.ofSeconds(10));
        assertThat(logged(Level.ERROR)).extracting(ILoggingEvent::getFormattedMessage)
            .satisfiesExactly((line) -> assertThat(line).contains("'deaf'", "is abandoned"),
                    (line) -> assertThat(line).contains("'mute'", "is abandoned"),
                    (line) -> assertThat(line).contains("A listener", "does not return"));
    }

    @Test
    void whenRunIsPausedAndDoesNotEndThenItIsNamedOnceWithItsStack() {
        CountDownLatch running = new CountDownLatch(1);
        BackgroundTaskHandle handle = this.fixture.tasks.add("deaf", (context) -> {
            running.countDown();
            neverMind();
        });
        assertThat(running).satisfies((latch) -> latch.await());
        handle.pause();
        this.fixture.scheduler.advance(Duration.ofDays(1));
        assertThat(logged(Level.WARN)).singleElement()
            .satisfies((event) -> assertThat(event.getThrowableProxy().getStackTraceElementProxyArray())
                .anyMatch((frame) -> frame.getStackTraceElement().getClassName().equals(TaskLogTests.class.getName())));
    }

    @Test
    @Tag("mass")
    void whenTaskFailsAThousandTimesThenThatIsAThousandLinesAndOneStackTracePerCause() {
        RestartSettings restart = new RestartSettings(RestartPolicy.ON_FAILURE, Duration.ofMillis(1), 1,
                Duration.ofMillis(1), 0, Duration.ofMinutes(1), Integer.MAX_VALUE, Duration.ofMinutes(5),
                OnExhausted.PARK);
        BlockingQueue<Integer> runs = new LinkedBlockingQueue<>();
        this.fixture.tasks.add(BackgroundTaskDefinition.named("poll").restart(restart).task((context) -> {
            runs.add(context.run());
            throw new IllegalStateException((context.run() % 2 == 0) ? "even" : "odd");
        }).build());
        for (int run = 1; run <= 1000; run++) {
            assertThat(TaskFixture.next(runs)).isEqualTo(run);
            Awaitility.await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1))
                .until(() -> this.fixture.scheduler.waiting() == 1);
            if (run < 1000) {
                this.fixture.scheduler.advance(Duration.ofMillis(1));
            }
        }
        assertThat(logged(Level.WARN)).hasSize(1000);
        assertThat(logged(Level.WARN).stream().filter((event) -> event.getThrowableProxy() != null)).hasSize(2);
        // Besides, one says that the task has started.
        assertThat(logged(Level.INFO)).hasSize(1);
        assertThat(logged(Level.ERROR)).isEmpty();
    }

    private void neverMind() {
        boolean released = false;
        while (!released) {
            try {
                this.release.await();
                released = true;
            }
            catch (InterruptedException ex) {
                // Deaf to it.
            }
        }
    }

}
