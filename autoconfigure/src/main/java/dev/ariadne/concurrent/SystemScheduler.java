package dev.ariadne.concurrent;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The scheduler of the running system: one daemon thread, which lives from construction to {@link #close()}.
 *
 * @since 0.1.0
 */
public final class SystemScheduler implements Scheduler {

    private static final Logger logger = LoggerFactory.getLogger(SystemScheduler.class);

    private final ScheduledThreadPoolExecutor executor;

    /**
     * Creates a scheduler.
     *
     * @param threadName the name of its thread
     */
    public SystemScheduler(String threadName) {
        this.executor = new ScheduledThreadPoolExecutor(1, (action) -> {
            Thread thread = new Thread(action, threadName);
            thread.setDaemon(true);
            return thread;
        });
        this.executor.setRemoveOnCancelPolicy(true);
        // Now, and not with the first timer: a timer must not fail because no thread can be had by then.
        this.executor.prestartCoreThread();
        // After close() a late action is nobody's any more.
        this.executor.setRejectedExecutionHandler((action, closed) -> logger.trace("Not scheduled, closed: {}", action));
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public long epochMillis() {
        return System.currentTimeMillis();
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public Timer after(Duration delay, Runnable action) {
        Future<?> future = this.executor.schedule(() -> run(action), delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> future.cancel(false);
    }

    private static void run(Runnable action) {
        try {
            action.run();
        }
        catch (RuntimeException | Error ex) {
            logger.error("A scheduled action failed", ex);
        }
    }

    /** Drops what is waiting, and ends the thread. Does not wait for a running action. */
    @Override
    public void close() {
        this.executor.shutdownNow();
    }

}
