package dev.ariadne.account;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.ariadne.concurrent.FailingLog;
import dev.ariadne.concurrent.ManualScheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link ListenerThreads}: the end of listeners that do not end of their own accord.
 */
class ListenerThreadsTests {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Logger logger = (Logger) LoggerFactory.getLogger(ListenerThreads.class);

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    private final ManualScheduler scheduler = new ManualScheduler();

    private final CountDownLatch release = new CountDownLatch(1);

    private final ListenerThreads threads = new ListenerThreads("alice", (action) -> new Thread(action).start(),
            this.scheduler);

    @BeforeEach
    void watch() {
        this.log.start();
        this.logger.addAppender(this.log);
        this.logger.setAdditive(false);
    }

    @AfterEach
    void end() {
        this.release.countDown();
        this.logger.detachAppender(this.log);
        this.logger.setAdditive(true);
    }

    /** A listener that ends when it is interrupted, or released. */
    private Listener listener() {
        Listener listener = new Listener();
        this.threads.execute(() -> {
            listener.thread.complete(Thread.currentThread());
            awaitRelease(listener.interrupted);
        });
        return listener;
    }

    private void awaitRelease(CompletableFuture<Boolean> interrupted) {
        try {
            this.release.await();
            interrupted.complete(false);
        }
        catch (InterruptedException ex) {
            interrupted.complete(true);
        }
    }

    private static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(10, TimeUnit.SECONDS);
    }

    @Test
    void whenListenersTakeTooLongThenTheyAreInterruptedAndNamedWithTheirStack() throws Exception {
        Listener listener = listener();
        Thread thread = get(listener.thread);
        await().until(() -> thread.getState() == Thread.State.WAITING);
        CompletableFuture<Boolean> bounded = this.threads.bound(listener.interrupted, LIMIT);
        this.scheduler.advance(LIMIT.minusMillis(1));
        assertThat(this.log.list).isEmpty();
        this.scheduler.advance(Duration.ofMillis(1));
        assertThat(get(listener.interrupted)).isTrue();
        assertThat(get(bounded)).isTrue();
        assertThat(this.log.list).singleElement().satisfies((event) -> {
            assertThat(event.getFormattedMessage()).contains("'alice'");
            assertThat(event.getThrowableProxy().getMessage()).contains(thread.getName());
            assertThat(event.getThrowableProxy().getStackTraceElementProxyArray())
                .anyMatch((frame) -> frame.getStackTraceElement().getMethodName().equals("awaitRelease"));
        });
        assertThat(this.scheduler.waiting()).isZero();
    }

    @Test
    void whenTheLogFailsThenAllListenersAreInterruptedAllTheSame() throws Exception {
        List<Listener> listeners = List.of(listener(), listener());
        for (Listener listener : listeners) {
            get(listener.thread);
        }
        this.threads.bound(new CompletableFuture<>(), LIMIT);
        try (FailingLog failing = new FailingLog(ListenerThreads.class)) {
            this.scheduler.advance(LIMIT);
        }
        for (Listener listener : listeners) {
            assertThat(get(listener.interrupted)).isTrue();
        }
    }

    @Test
    void whenAListenerIsDeafThenItIsGivenUp() {
        CompletableFuture<Boolean> bounded = this.threads.bound(new CompletableFuture<>(), LIMIT);
        this.scheduler.advance(LIMIT);
        assertThat(bounded).isNotDone();
        this.scheduler.advance(LIMIT);
        assertThat(bounded).isCompletedWithValue(false);
    }

    @Test
    void whenTheWorkFailsThenItIsDone() {
        assertThat(this.threads.bound(CompletableFuture.failedFuture(new IllegalStateException()), LIMIT))
            .isCompletedWithValue(true);
        assertThat(this.scheduler.waiting()).isZero();
    }

    @Test
    void whenTheThreadThatStopsIsAListenerThenItIsNotInterruptedAndNotWaitedForLong() throws Exception {
        Listener stopper = listener();
        Listener other = listener();
        get(other.thread);
        this.threads.spare(get(stopper.thread));
        CompletableFuture<Boolean> bounded = this.threads.bound(new CompletableFuture<>(), LIMIT);
        this.scheduler.advance(Duration.ofMillis(500));
        assertThat(get(other.interrupted)).isTrue();
        this.scheduler.advance(Duration.ofSeconds(1));
        assertThat(bounded).isCompletedWithValue(false);
        this.release.countDown();
        assertThat(get(stopper.interrupted)).isFalse();
    }

    @Test
    void whenTheThreadThatStopsIsNoListenerThenListenersHaveTheirTime() throws Exception {
        Listener listener = listener();
        get(listener.thread);
        this.threads.spare(Thread.currentThread());
        this.threads.bound(new CompletableFuture<>(), LIMIT);
        this.scheduler.advance(Duration.ofSeconds(9));
        this.release.countDown();
        assertThat(get(listener.interrupted)).isFalse();
    }

    @Test
    void whenAListenerHasEndedThenItsThreadIsNotInterruptedForIt() throws Exception {
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        ListenerThreads threads = new ListenerThreads("alice", (action) -> new Thread(() -> {
            action.run();
            interrupted.complete(Thread.currentThread().isInterrupted());
        }).start(), this.scheduler);
        threads.execute(() -> Thread.currentThread().interrupt());
        assertThat(get(interrupted)).isFalse();
    }

    @Test
    void whenAListenerHasEndedAndItsThreadLivesOnThenAStopDoesNotInterruptThat() throws Exception {
        CompletableFuture<Boolean> ended = new CompletableFuture<>();
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        ListenerThreads threads = new ListenerThreads("alice", (action) -> new Thread(() -> {
            action.run();
            ended.complete(true);
            awaitRelease(interrupted);
        }).start(), this.scheduler);
        threads.execute(() -> {
        });
        get(ended);
        threads.bound(new CompletableFuture<>(), LIMIT);
        this.scheduler.advance(LIMIT);
        this.release.countDown();
        assertThat(get(interrupted)).isFalse();
        assertThat(this.log.list).isEmpty();
    }

    private static final class Listener {

        final CompletableFuture<Thread> thread = new CompletableFuture<>();

        final CompletableFuture<Boolean> interrupted = new CompletableFuture<>();

    }

}
