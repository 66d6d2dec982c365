package dev.ariadne.background;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import dev.ariadne.Accounts;
import dev.ariadne.account.AccountCompanions;
import dev.ariadne.concurrent.OwnThreads;
import dev.ariadne.concurrent.Uncaught;
import dev.ariadne.event.AriadneEventPublisher;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Lets background tasks run from the start of the application to its stop.
 * <p>
 * A stop signals all tasks at once and gives them one budget of time together,
 * {@link BackgroundSettings#shutdownTimeout()}; what is alive after it is named and abandoned. A start after a stop
 * begins with nothing left of the former one, except that a task whose abandoned run is still alive waits for its end.
 * May be started and stopped any number of times, from any thread.
 *
 * @since 0.1.0
 */
public final class BackgroundTaskLifecycle implements SmartLifecycle {

    private static final Logger logger = LoggerFactory.getLogger(BackgroundTaskLifecycle.class);

    private final BackgroundTaskRegistry registry;

    private final AccountCompanions companions;

    private final BackgroundSettings settings;

    private final Supplier<Supervision> supervisions;

    // Guards current.
    private final ReentrantLock lock = new ReentrantLock();

    private @Nullable Start current;

    /**
     * Creates a lifecycle in the time of the system.
     *
     * @param registry the tasks
     * @param accounts the accounts that they run for
     * @param companions where to learn what becomes of the accounts
     * @param settings how tasks are run and stopped
     * @param events publishes the events of the tasks
     * @param stopper stops the application if a task is so important
     */
    public BackgroundTaskLifecycle(BackgroundTaskRegistry registry, Accounts accounts, AccountCompanions companions,
            BackgroundSettings settings, AriadneEventPublisher events, ApplicationStopper stopper) {
        this(registry, accounts, companions, settings, events, stopper, BackgroundInstrumentation.NONE);
    }

    /**
     * Creates a lifecycle whose tasks are observed.
     *
     * @param registry the tasks
     * @param accounts the accounts that they run for
     * @param companions where to learn what becomes of the accounts
     * @param settings how tasks are run and stopped
     * @param events publishes the events of the tasks
     * @param stopper stops the application if a task is so important
     * @param instrumentation who observes the tasks, and where each start gets its time from
     */
    public BackgroundTaskLifecycle(BackgroundTaskRegistry registry, Accounts accounts, AccountCompanions companions,
            BackgroundSettings settings, AriadneEventPublisher events, ApplicationStopper stopper,
            BackgroundInstrumentation instrumentation) {
        this(registry, companions, settings, supervisions(accounts, settings, events, stopper, instrumentation));
    }

    private static Supplier<Supervision> supervisions(Accounts accounts, BackgroundSettings settings,
            AriadneEventPublisher events, ApplicationStopper stopper, BackgroundInstrumentation instrumentation) {
        // Made once, and not at each start, which may come from a thread that does not know the application's classes.
        ThreadFactory threads = settings.threads().threadFactory();
        return () -> new Supervision(settings, threads, instrumentation.schedulers().create("ariadne-background"),
                new Announcer(events, instrumentation.observer()), accounts, stopper, instrumentation.interceptor(),
                new SharedLocks(SharedLocks.MANY));
    }

    BackgroundTaskLifecycle(BackgroundTaskRegistry registry, AccountCompanions companions, BackgroundSettings settings,
            Supplier<Supervision> supervisions) {
        this.registry = registry;
        this.companions = companions;
        this.settings = settings;
        this.supervisions = supervisions;
    }

    /**
     * Starts the tasks of the accounts that have been launched, and later those of each account that is. Does nothing
     * if they are started already, or not enabled. While a stop is under way, waits for its end first.
     */
    @Override
    public void start() {
        Start start = this.settings.enabled() ? begin() : null;
        if (start == null) {
            return;
        }
        try {
            this.registry.attach(start.launch);
            this.companions.join(start.launch);
        }
        finally {
            start.begun.complete(null);
        }
    }

    private @Nullable Start begin() {
        while (true) {
            CompletableFuture<Void> stopped;
            this.lock.lock();
            try {
                Start current = this.current;
                if (current == null) {
                    this.current = new Start(new BackgroundLaunch(this.registry, this.supervisions.get()));
                    return this.current;
                }
                if (!current.stopping) {
                    return null;
                }
                stopped = current.stopped;
            }
            finally {
                this.lock.unlock();
            }
            stopped.join();
        }
    }

    /**
     * Stops all tasks. Returns when they have ended or are abandoned.
     */
    @Override
    public void stop() {
        beginStop().join();
    }

    /**
     * Stops all tasks. Returns at once.
     *
     * @param callback called once, when all tasks have ended or are abandoned
     */
    @Override
    public void stop(Runnable callback) {
        CompletableFuture<Void> unused = beginStop().thenRun(() -> attempt(callback));
    }

    private CompletableFuture<Void> beginStop() {
        Start current;
        this.lock.lock();
        try {
            current = this.current;
            if (current == null) {
                return CompletableFuture.completedFuture(null);
            }
            if (current.stopping) {
                return current.stopped;
            }
            current.stopping = true;
        }
        finally {
            this.lock.unlock();
        }
        current.launch.close();
        Thread stopper = Thread.currentThread();
        OwnThreads.daemon("ariadne-background-stop", () -> stop(current, stopper));
        return current.stopped;
    }

    private void stop(Start start, Thread stopper) {
        try {
            attempt(this.companions::beginStop);
            start.begun.join();
            attempt(() -> start.launch.stopAll(stopper));
            attempt(() -> this.companions.leave(start.launch));
            attempt(this.registry::detach);
            attempt(start.launch.supervision().scheduler()::close);
        }
        finally {
            end(start);
        }
    }

    private void end(Start start) {
        this.lock.lock();
        try {
            this.current = null;
        }
        finally {
            this.lock.unlock();
        }
        start.stopped.complete(null);
    }

    private static void attempt(Runnable step) {
        try {
            step.run();
        }
        catch (RuntimeException | Error ex) {
            Uncaught.run(
                    () -> logger.error("A step of stopping the background tasks failed; the next one follows", ex));
        }
    }

    /** Returns true until the last task has ended or is abandoned. */
    @Override
    public boolean isRunning() {
        this.lock.lock();
        try {
            return this.current != null;
        }
        finally {
            this.lock.unlock();
        }
    }

    @Override
    public int getPhase() {
        return this.settings.phase();
    }

    /** One start, until its stop is over. */
    private static final class Start {

        final BackgroundLaunch launch;

        final CompletableFuture<Void> begun = new CompletableFuture<>();

        final CompletableFuture<Void> stopped = new CompletableFuture<>();

        // Guarded by the lifecycle's lock.
        boolean stopping;

        Start(BackgroundLaunch launch) {
            this.launch = launch;
        }

    }

}
