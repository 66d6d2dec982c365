package dev.ariadne.background;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import dev.ariadne.Ariadne;
import dev.ariadne.CurrentAriadne;
import dev.ariadne.concurrent.Scheduler.Timer;
import dev.ariadne.event.BackgroundTaskEndedEvent.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * One run of a task, on a thread of its own. Its supervisor decides; the fields are the supervisor's, and those that
 * are not volatile are guarded by its lock.
 */
final class Run implements BackgroundContext {

    private final Supervisor supervisor;

    // A run without code, which only tells that a task has ended that had no run.
    final boolean farewell;

    volatile boolean active = true;

    volatile @Nullable Thread thread;

    volatile int number;

    // The work begins only after it has been set.
    volatile @Nullable Watchdog watchdog;

    @Nullable BackgroundTaskStuckException stuck;

    boolean opened;

    boolean interruptible;

    boolean interrupted;

    boolean finished;

    boolean sleeping;

    long enteredAt;

    @Nullable Condition wakeUp;

    @Nullable Timer reminder;

    Run(Supervisor supervisor, boolean farewell, int number) {
        this.supervisor = supervisor;
        this.farewell = farewell;
        this.finished = farewell;
        this.number = number;
    }

    /** Does the work on the current thread, which was made for it. */
    void executeOnOwnThread() {
        Thread thread = Thread.currentThread();
        thread.setName("ariadne-" + ariadne().name() + "-" + taskName());
        this.thread = thread;
        execute(this::call);
    }

    /** Tells on the current thread that no thread could be had. */
    void executeWithoutThread(Throwable failure) {
        execute(() -> failure);
    }

    private void execute(Supplier<@Nullable Throwable> code) {
        try (CurrentAriadne.Scope scope = CurrentAriadne.bind(ariadne());
                LoggingContext context = new LoggingContext(ariadne(), taskName())) {
            if (this.farewell) {
                announcer().ended(ariadne(), taskName(), this.number, Outcome.CANCELLED);
            }
            else {
                conclude(code.get());
            }
            this.supervisor.handOver(this);
        }
    }

    private @Nullable Throwable call() {
        if (this.supervisor.open(this)) {
            announcer().started(ariadne(), taskName(), this.number);
        }
        try {
            if (this.supervisor.enter(this)) {
                this.supervisor.supervision()
                    .interceptor()
                    .run(ariadne(), taskName(), this.number, () -> this.supervisor.work().run(this));
            }
            return null;
        }
        catch (Throwable ex) {
            return ex;
        }
    }

    private void conclude(@Nullable Throwable failure) {
        Conclusion conclusion = this.supervisor.conclude(this, failure);
        Thread.interrupted();
        announcer().concluded(ariadne(), taskName(), this.number, conclusion);
        if (conclusion.state() == BackgroundTaskState.PARKED) {
            this.supervisor.supervision().exhausted(ariadne(), this.supervisor.restartSettings());
        }
    }

    private Announcer announcer() {
        return this.supervisor.supervision().announcer();
    }

    @Override
    public Ariadne ariadne() {
        return this.supervisor.ariadne();
    }

    @Override
    public String taskName() {
        return this.supervisor.taskName();
    }

    @Override
    public int run() {
        return this.number;
    }

    @Override
    public boolean isActive() {
        return this.active;
    }

    @Override
    public void progress() {
        Watchdog watchdog = this.watchdog;
        if (watchdog != null) {
            watchdog.progress();
        }
    }

    @Override
    public void sleep(Duration time) throws InterruptedException {
        long remaining = TimeUnit.NANOSECONDS.convert(time);
        ReentrantLock lock = this.supervisor.lock();
        lock.lockInterruptibly();
        try {
            while (this.active && remaining > 0) {
                Condition condition = (this.wakeUp != null) ? this.wakeUp : lock.newCondition();
                this.wakeUp = condition;
                this.sleeping |= (Thread.currentThread() == this.thread);
                remaining = condition.awaitNanos(remaining);
            }
            if (!this.active) {
                // Signal and interrupt are one message: the code shall not meet it again while it cleans up.
                Thread.interrupted();
                throw new InterruptedException("The background task '" + taskName() + "' is to stop");
            }
        }
        finally {
            this.sleeping &= (Thread.currentThread() != this.thread);
            lock.unlock();
        }
    }

    /** Tells whether the run has not ended, nor been told to stop. Under the supervisor's lock. */
    boolean isUnderWay() {
        return this.active && !this.finished;
    }

    /** Tells the code that it is to stop; the thread, only if it is in that code. Under the supervisor's lock. */
    void signal(boolean interrupt) {
        this.active = false;
        if (this.wakeUp != null) {
            this.wakeUp.signalAll();
        }
        if (interrupt && this.sleeping) {
            // It wakes by the signal, and would clear the interrupt: a second wake-up that is not needed.
            this.interrupted = true;
        }
        else if (interrupt) {
            interrupt();
        }
    }

    /** Interrupts the thread, once, if it is in the code of the task. Under the supervisor's lock. */
    void interrupt() {
        Thread thread = this.thread;
        if (this.interruptible && !this.interrupted && thread != null) {
            this.interrupted = true;
            thread.interrupt();
        }
    }

    /** The code has returned. Under the supervisor's lock. */
    void finish() {
        this.finished = true;
        this.interruptible = false;
        signal(false);
        if (this.reminder != null) {
            this.reminder.cancel();
        }
        Watchdog watchdog = this.watchdog;
        if (watchdog != null) {
            watchdog.end();
        }
    }

}
