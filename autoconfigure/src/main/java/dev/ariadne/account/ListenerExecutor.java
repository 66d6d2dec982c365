package dev.ariadne.account;

import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import dev.ariadne.concurrent.RetryingExecutor;
import dev.ariadne.concurrent.ThreadMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads on which accounts connect and listeners run: as many as are busy, since a listener may block. How many
 * listeners of one account are busy is bounded elsewhere.
 */
final class ListenerExecutor implements Executor, AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(ListenerExecutor.class);

    private static final int IDLE_SECONDS = 10;

    private final Executor executor;

    private final AutoCloseable end;

    /** Lets another executor do it, which stays open. */
    ListenerExecutor(Executor executor) {
        this.executor = new RetryingExecutor(executor);
        this.end = () -> {
        };
    }

    ListenerExecutor(ThreadMode threads, ThreadFactory factory) {
        if (threads == ThreadMode.VIRTUAL) {
            this.executor = new RetryingExecutor((action) -> factory.newThread(action).start());
            this.end = () -> {
            };
            return;
        }
        ThreadPoolExecutor pool = new ThreadPoolExecutor(0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS,
                new SynchronousQueue<>(), factory,
                (action, closed) -> runAfterClose(action, factory));
        this.executor = new RetryingExecutor(pool);
        this.end = pool::shutdown;
    }

    private static void runAfterClose(Runnable action, ThreadFactory factory) {
        if (action instanceof Completion) {
            factory.newThread(action).start();
        }
        else {
            logger.debug("Not run, the accounts have stopped: {}", action);
        }
    }

    @Override
    public void execute(Runnable action) {
        this.executor.execute(action);
    }

    @Override
    public void close() {
        try {
            this.end.close();
        }
        catch (Exception ex) {
            throw new IllegalStateException("Could not end the threads of listeners", ex);
        }
    }

    /** An action that somebody waits for. It is run though the accounts have stopped. */
    @FunctionalInterface
    interface Completion extends Runnable {

    }

}
