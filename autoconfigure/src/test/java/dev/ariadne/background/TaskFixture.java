package dev.ariadne.background;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import dev.ariadne.concurrent.ManualScheduler;
import dev.ariadne.concurrent.ThreadMode;
import dev.ariadne.event.AriadneEventPublisher;
import dev.ariadne.event.BackgroundTaskEndedEvent;
import dev.ariadne.event.BackgroundTaskEvent;
import dev.ariadne.event.BackgroundTaskFailedEvent;

/**
 * The background tasks of an application that is a test, with time in the hands of the test.
 */
final class TaskFixture implements AutoCloseable {

    static final RestartSettings RESTART = new RestartSettings(RestartPolicy.ON_FAILURE, Duration.ofSeconds(1), 2,
            Duration.ofMinutes(1), 0, Duration.ofMinutes(1), 3, Duration.ofMinutes(5), OnExhausted.PARK);

    static final BackgroundSettings SETTINGS = new BackgroundSettings(true, ThreadMode.PLATFORM,
            Duration.ofSeconds(30), Duration.ofSeconds(20), RESTART, BackgroundSettings.DEFAULT_PHASE);

    final ManualScheduler scheduler = new ManualScheduler();

    final BlockingQueue<String> events = new LinkedBlockingQueue<>();

    final List<Consumer<BackgroundTaskEvent>> listeners = new CopyOnWriteArrayList<>();

    final BlockingQueue<Boolean> applicationStops = new LinkedBlockingQueue<>();

    final RecordingObserver observed = new RecordingObserver();

    final FakeAccounts accounts;

    final BackgroundTaskRegistry tasks;

    final BackgroundTaskLifecycle lifecycle;

    TaskFixture(BackgroundSettings settings, String... accounts) {
        this(settings, settings.threads().threadFactory("test-"), accounts);
    }

    TaskFixture(BackgroundSettings settings, ThreadFactory threads, String... accounts) {
        this.accounts = new FakeAccounts(accounts);
        this.tasks = new BackgroundTaskRegistry(this.accounts, settings);
        Announcer announcer = new Announcer(new AriadneEventPublisher(this::publish), this.observed);
        this.lifecycle = new BackgroundTaskLifecycle(this.tasks, this.accounts, settings,
                () -> new Supervision(settings, threads, this.scheduler, announcer, this.accounts,
                        () -> this.applicationStops.add(true), RunInterceptor.NONE, new SharedLocks(SharedLocks.MANY)));
    }

    TaskFixture() {
        this(SETTINGS, "alice", "bob");
    }

    static BackgroundSettings restarting(RestartSettings restart) {
        return new BackgroundSettings(true, SETTINGS.threads(), SETTINGS.shutdownTimeout(), SETTINGS.awaitTimeout(),
                restart, SETTINGS.phase());
    }

    static BackgroundSettings stopping(Duration awaitTimeout, Duration shutdownTimeout) {
        return new BackgroundSettings(true, SETTINGS.threads(), shutdownTimeout, awaitTimeout, RESTART,
                SETTINGS.phase());
    }

    private void publish(Object event) {
        BackgroundTaskEvent taskEvent = (BackgroundTaskEvent) event;
        this.events.add(describe(taskEvent));
        this.listeners.forEach((listener) -> listener.accept(taskEvent));
    }

    private static String describe(BackgroundTaskEvent event) {
        String kind = event.getClass().getSimpleName().replace("BackgroundTask", "").replace("Event", "");
        String detail = "";
        if (event instanceof BackgroundTaskEndedEvent ended) {
            detail = " " + ended.getOutcome();
        }
        else if (event instanceof BackgroundTaskFailedEvent failed) {
            detail = " " + failed.getDelay();
        }
        return kind + " " + event.getAriadne().name() + "/" + event.getTaskName() + "#" + event.getRun() + detail;
    }

    /** Waits for the next event, and returns it in one line. */
    String event() {
        return next(this.events);
    }

    /** Waits for the next element of a queue. */
    static <T> T next(BlockingQueue<T> queue) {
        try {
            T element = queue.poll(10, TimeUnit.SECONDS);
            if (element == null) {
                throw new AssertionError("Nothing came within 10 s");
            }
            return element;
        }
        catch (InterruptedException ex) {
            throw new AssertionError(ex);
        }
    }

    @Override
    public void close() {
        this.lifecycle.stop();
    }

}
