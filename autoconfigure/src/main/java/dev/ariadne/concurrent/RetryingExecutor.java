package dev.ariadne.concurrent;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands actions to another executor, and where that cannot have a thread for them (the system has no memory or no
 * number left for one more) tries again every second until it can. Whoever hands in an action that must not be missed
 * need not care. Actions that had to wait are handed over in the order in which they came, maybe after later ones.
 *
 * @since 0.1.0
 */
public final class RetryingExecutor implements Executor {

    private static final Logger logger = LoggerFactory.getLogger(RetryingExecutor.class);

    private final Executor executor;

    private final Executor later;

    // Guards the fields below.
    private final ReentrantLock lock = new ReentrantLock();

    private final Queue<Runnable> waiting = new ArrayDeque<>();

    private boolean retrying;

    /**
     * Creates an executor.
     *
     * @param executor what runs the actions, on threads of its own; an action that it runs on the calling one must not
     * throw
     */
    public RetryingExecutor(Executor executor) {
        this(executor, CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS, Runnable::run));
    }

    RetryingExecutor(Executor executor, Executor later) {
        this.executor = executor;
        this.later = later;
    }

    @Override
    public void execute(Runnable action) {
        try {
            this.executor.execute(action);
        }
        catch (OutOfMemoryError ex) {
            if (keep(action)) {
                retryLater();
                logger.error("No thread can be had; what is to be done waits, and is tried again every second", ex);
            }
        }
    }

    /** Returns whether nobody has been asked to try again yet. */
    private boolean keep(Runnable action) {
        this.lock.lock();
        try {
            this.waiting.add(action);
            boolean first = !this.retrying;
            this.retrying = true;
            return first;
        }
        finally {
            this.lock.unlock();
        }
    }

    private void retryLater() {
        try {
            this.later.execute(this::retry);
        }
        catch (OutOfMemoryError ex) {
            this.lock.lock();
            try {
                this.retrying = false;
            }
            finally {
                this.lock.unlock();
            }
            logger.error("No timer can be had either; it is tried again with what is to be done next", ex);
        }
    }

    private void retry() {
        for (Runnable action = next(); action != null; action = next()) {
            try {
                this.executor.execute(action);
            }
            catch (OutOfMemoryError ex) {
                retryLater();
                return;
            }
            catch (RuntimeException ex) {
                Uncaught.tell(ex);
            }
            done();
        }
        logger.warn("Threads can be had again");
    }

    private @Nullable Runnable next() {
        this.lock.lock();
        try {
            Runnable action = this.waiting.peek();
            this.retrying = (action != null);
            return action;
        }
        finally {
            this.lock.unlock();
        }
    }

    private void done() {
        this.lock.lock();
        try {
            this.waiting.remove();
        }
        finally {
            this.lock.unlock();
        }
    }

}
