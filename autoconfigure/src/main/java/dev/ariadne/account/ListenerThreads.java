package dev.ariadne.account;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;

import dev.ariadne.concurrent.Scheduler;
import dev.ariadne.concurrent.SerialExecutor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the listeners of one account, and knows which threads are at it: so that a stop can interrupt those that will
 * not end, and name them.
 */
final class ListenerThreads implements Executor {

    private static final Logger logger = LoggerFactory.getLogger(ListenerThreads.class);

    private static final Duration GRACE = Duration.ofMillis(500);

    /** What is waited for listeners that may be those of the thread that waits. */
    private static final Duration FROM_WITHIN = Duration.ofMillis(500);

    private final String account;

    private final Executor executor;

    private final Scheduler scheduler;

    // Guards running. A thread is interrupted under it, so that none is after it has left.
    private final ReentrantLock lock = new ReentrantLock();

    private final Set<Thread> running = new HashSet<>();

    /** The thread that stops the account, if it is one of these: it cannot end before the stop has. */
    private @Nullable Thread stopper;

    ListenerThreads(String account, Executor executor, Scheduler scheduler) {
        this.account = account;
        this.executor = executor;
        this.scheduler = scheduler;
    }

    @Override
    public void execute(Runnable action) {
        this.executor.execute(() -> run(action));
    }

    /**
     * Returns what runs actions one after the other, each as listeners of its own: an interrupt that was meant for one
     * does not reach the next, even if a listener sets it anew before it returns.
     */
    Executor oneByOne() {
        SerialExecutor serial = new SerialExecutor(this.executor);
        return (action) -> serial.execute(() -> run(action));
    }

    private void run(Runnable action) {
        enter();
        try {
            action.run();
        }
        finally {
            leave();
        }
    }

    private void enter() {
        this.lock.lock();
        try {
            this.running.add(Thread.currentThread());
        }
        finally {
            this.lock.unlock();
        }
    }

    private void leave() {
        this.lock.lock();
        try {
            this.running.remove(Thread.currentThread());
            // An interrupt was meant for the listener that has just ended, not for what the thread does next.
            Thread.interrupted();
        }
        finally {
            this.lock.unlock();
        }
    }

    /**
     * Bounds the wait for work of listeners: after the limit their threads are interrupted and logged, and shortly
     * after that they are given up.
     *
     * @return completed, normally, when the work is done or given up; true if it is done
     */
    CompletableFuture<Boolean> bound(CompletableFuture<?> work, Duration longest) {
        Duration limit = (isStoppedFromWithin() && longest.compareTo(FROM_WITHIN) > 0) ? FROM_WITHIN : longest;
        CompletableFuture<Boolean> bounded = new CompletableFuture<>();
        Scheduler.Timer interrupt = this.scheduler.after(limit, () -> {
            if (!bounded.isDone()) {
                interruptAll();
            }
        });
        Scheduler.Timer giveUp = this.scheduler.after(limit.plus(GRACE), () -> bounded.complete(false));
        work.whenComplete((result, failure) -> bounded.complete(true));
        return bounded.whenComplete((result, failure) -> {
            interrupt.cancel();
            giveUp.cancel();
        });
    }

    /**
     * Neither interrupts the thread nor waits long for it if it is one of these, since it is the one that stops the
     * account: a listener that closes the application context.
     */
    void spare(Thread thread) {
        this.lock.lock();
        try {
            this.stopper = this.running.contains(thread) ? thread : null;
        }
        finally {
            this.lock.unlock();
        }
    }

    private boolean isStoppedFromWithin() {
        this.lock.lock();
        try {
            return this.stopper != null;
        }
        finally {
            this.lock.unlock();
        }
    }

    private void interruptAll() {
        this.lock.lock();
        try {
            this.running.stream().filter((thread) -> !thread.equals(this.stopper)).forEach(this::interrupt);
        }
        finally {
            this.lock.unlock();
        }
    }

    private void interrupt(Thread thread) {
        Throwable stack = new Throwable("The stack of " + thread.getName());
        stack.setStackTrace(thread.getStackTrace());
        AccountLog.write(this.account, () -> logger.error(
                "A listener of account '{}' is still running although the account stops; interrupting it", this.account,
                stack));
        thread.interrupt();
    }

}
