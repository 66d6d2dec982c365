package dev.ariadne.account;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import dev.ariadne.concurrent.OwnThreads;
import dev.ariadne.concurrent.Uncaught;
import dev.ariadne.event.AriadneEventPublisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Starts and stops the accounts with the application context.
 * <p>
 * Start: {@code ApplicationLaunchedEvent}, then all accounts connect in parallel, and nothing waits for them. Stop:
 * the tasks of accounts end, if nobody has ended them before; {@code AccountShutdownEvent}s;
 * {@code ApplicationShutdownEvent}; links close. Both may be repeated, and follow each other any number of times.
 *
 * @since 0.1.0
 */
public final class AccountLifecycle implements SmartLifecycle {

    /** The phase in which accounts start and stop, unless configured. */
    public static final int DEFAULT_PHASE = SmartLifecycle.DEFAULT_PHASE - 512;

    private static final Logger logger = LoggerFactory.getLogger(AccountLifecycle.class);

    private final AccountRegistry accounts;

    private final AriadneEventPublisher publisher;

    private final int phase;

    // Guards state and callbacks.
    private final ReentrantLock lock = new ReentrantLock();

    private final Condition changed = this.lock.newCondition();

    private State state = State.STOPPED;

    private List<Runnable> callbacks = new ArrayList<>();

    public AccountLifecycle(AccountRegistry accounts, AriadneEventPublisher publisher, int phase) {
        this.accounts = accounts;
        this.publisher = publisher;
        this.phase = phase;
    }

    /**
     * Starts the accounts; after a stop that is under way is over. Returns when the listeners of
     * {@code ApplicationLaunchedEvent} have.
     */
    @Override
    public void start() {
        Launch launch;
        this.lock.lock();
        try {
            while (this.state == State.STOPPING) {
                this.changed.awaitUninterruptibly();
            }
            if (this.state == State.RUNNING) {
                return;
            }
            launch = this.accounts.prepare(this.publisher);
            this.state = State.RUNNING;
        }
        finally {
            this.lock.unlock();
        }
        launch.start();
    }

    /** Stops the accounts, and returns when they have stopped. */
    @Override
    public void stop() {
        stop(() -> {
        });
        this.lock.lock();
        try {
            while (this.state == State.STOPPING) {
                this.changed.awaitUninterruptibly();
            }
        }
        finally {
            this.lock.unlock();
        }
    }

    /** Begins to stop the accounts, and returns at once; the callback runs once, when they have stopped. */
    @Override
    public void stop(Runnable callback) {
        State before;
        this.lock.lock();
        try {
            before = this.state;
            if (before != State.STOPPED) {
                this.callbacks.add(callback);
                this.state = State.STOPPING;
            }
        }
        finally {
            this.lock.unlock();
        }
        if (before == State.STOPPED) {
            callback.run();
        }
        else if (before == State.RUNNING) {
            Thread stopper = Thread.currentThread();
            OwnThreads.daemon("ariadne-accounts-stop", () -> finish(stopper));
        }
    }

    private void finish(Thread stopper) {
        try {
            this.accounts.finish(stopper);
        }
        catch (RuntimeException | Error ex) {
            logger.error("The accounts did not stop in good order", ex);
        }
        finally {
            stopped().forEach(AccountLifecycle::tell);
        }
    }

    private static void tell(Runnable callback) {
        try {
            callback.run();
        }
        catch (RuntimeException | Error ex) {
            Uncaught.run(() -> logger.error("Who waited for the stop of the accounts failed when told of it", ex));
        }
    }

    private List<Runnable> stopped() {
        this.lock.lock();
        try {
            List<Runnable> callbacks = this.callbacks;
            this.callbacks = new ArrayList<>();
            this.state = State.STOPPED;
            this.changed.signalAll();
            return callbacks;
        }
        finally {
            this.lock.unlock();
        }
    }

    @Override
    public boolean isRunning() {
        this.lock.lock();
        try {
            return this.state != State.STOPPED;
        }
        finally {
            this.lock.unlock();
        }
    }

    @Override
    public int getPhase() {
        return this.phase;
    }

    private enum State {

        STOPPED, RUNNING, STOPPING

    }

}
