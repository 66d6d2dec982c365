package dev.ariadne.concurrent;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs actions one after the other, in the order in which they were given, on threads of another executor. An action
 * that throws is logged and does not keep the next one from running.
 *
 * @since 0.1.0
 */
public final class SerialExecutor implements Executor {

    private static final Logger logger = LoggerFactory.getLogger(SerialExecutor.class);

    private final Executor executor;

    // Guards queue and draining.
    private final ReentrantLock lock = new ReentrantLock();

    private final Queue<Runnable> queue = new ArrayDeque<>();

    private boolean draining;

    public SerialExecutor(Executor executor) {
        this.executor = executor;
    }

    @Override
    public void execute(Runnable action) {
        this.lock.lock();
        try {
            this.queue.add(action);
            if (this.draining) {
                return;
            }
            this.draining = true;
        }
        finally {
            this.lock.unlock();
        }
        this.executor.execute(this::drain);
    }

    /**
     * Runs an action at once, on the calling thread, if none is running; otherwise it has its turn as by
     * {@link #execute}. What is handed in meanwhile does not hold up the calling thread.
     *
     * @param action what to run
     */
    public void executeHere(Runnable action) {
        this.lock.lock();
        try {
            if (this.draining) {
                this.queue.add(action);
                return;
            }
            this.draining = true;
        }
        finally {
            this.lock.unlock();
        }
        run(action);
        if (!isDone()) {
            this.executor.execute(this::drain);
        }
    }

    private boolean isDone() {
        this.lock.lock();
        try {
            this.draining = !this.queue.isEmpty();
            return !this.draining;
        }
        finally {
            this.lock.unlock();
        }
    }

    private void drain() {
        for (Runnable action = next(); action != null; action = next()) {
            run(action);
        }
    }

    private static void run(Runnable action) {
        try {
            action.run();
        }
        catch (RuntimeException | Error ex) {
            Uncaught.run(() -> logger.error("A queued action failed", ex));
        }
    }

    private @Nullable Runnable next() {
        this.lock.lock();
        try {
            Runnable action = this.queue.poll();
            this.draining = (action != null);
            return action;
        }
        finally {
            this.lock.unlock();
        }
    }

}
