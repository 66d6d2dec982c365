package dev.ariadne.background;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

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

    // Some time that the clock is not likely to tell.
    private static final long NEVER = Long.MIN_VALUE;

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

    // Its own thread stops the tasks: it is not interrupted.
    boolean spared;

    // Nobody waits for it any more.
    boolean givenUp;

    private long enteredAt = NEVER;

    @Nullable Condition wakeUp;

    @Nullable Timer reminder;

    Run(Supervisor supervisor, boolean farewell, int number) {
        this.supervisor = supervisor;
        this.farewell = farewell;
        this.finished = farewell;
        this.number = number;
    }

    /**
     * Does the work on the current thread, which was made for it. Its frames stay on the thread's stack while the task
     * runs, and that is most of what a task costs: what comes before and after the task has left it by then.
     */
    void execute() {
        Throwable failure = null;
        try {
            begin();
            if (mayEnter()) {
                RunInterceptor interceptor = this.supervisor.supervision().interceptor();
                if (interceptor.equals(RunInterceptor.NONE)) {
                    this.supervisor.work().run(this);
                }
                else {
                    interceptor.run(ariadne(), taskName(), this.number, () -> this.supervisor.work().run(this));
                }
            }
        }
        catch (Throwable ex) {
            failure = UntellableFailure.unlessTellable(ex);
        }
        end(failure);
    }

    String threadName() {
        return "ariadne-" + ariadne().name() + "-" + taskName();
    }

    private void begin() {
        this.thread = Thread.currentThread();
        CurrentAriadne.set(ariadne());
        LoggingContext.setForGood(ariadne(), taskName());
    }

    private boolean mayEnter() {
        if (this.farewell) {
            return false;
        }
        if (this.supervisor.open(this)) {
            announcer().started(ariadne(), taskName(), this.number);
        }
        return this.supervisor.enter(this);
    }

    private void end(@Nullable Throwable failure) {
        Conclusion conclusion = this.farewell ? null : this.supervisor.conclude(this, failure);
        Thread.interrupted();
        try {
            tell(conclusion);
        }
        finally {
            // Also where a log or a listener fails in a way of its own.
            this.supervisor.handOver(this);
        }
    }

    private void tell(@Nullable Conclusion conclusion) {
        if (conclusion == null) {
            announcer().ended(ariadne(), taskName(), this.number, Outcome.CANCELLED);
            return;
        }
        announcer().concluded(ariadne(), taskName(), this.number, conclusion);
        if (conclusion.state() == BackgroundTaskState.PARKED) {
            this.supervisor.supervision().exhausted(ariadne(), this.supervisor.restartSettings());
        }
    }

    /** Tells on the current thread that no thread could be had. */
    void endWithoutThread(Throwable failure) {
        try (CurrentAriadne.Scope scope = CurrentAriadne.bind(ariadne());
                LoggingContext context = new LoggingContext(ariadne(), taskName())) {
            end(failure);
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
        long nanos = TimeUnit.NANOSECONDS.convert(time);
        if (Thread.currentThread() == this.thread) {
            sleepOnOwnThread(nanos);
        }
        else {
            sleepElsewhere(nanos);
        }
    }

    private void sleepOnOwnThread(long nanos) throws InterruptedException {
        long start = System.nanoTime();
        long remaining = nanos;
        while (this.active && remaining > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(this, remaining);
            remaining = nanos - (System.nanoTime() - start);
        }
        if (!this.active) {
            throw stopped();
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private InterruptedException stopped() {
        ReentrantLock lock = this.supervisor.lock();
        lock.lock();
        try {
            // Signal and interrupt are one message: the code shall not meet it again while it cleans up. Both are sent
            // under the lock, so that the interrupt is here.
            Thread.interrupted();
        }
        finally {
            lock.unlock();
        }
        return new InterruptedException("The background task '" + taskName() + "' is to stop");
    }

    private void sleepElsewhere(long nanos) throws InterruptedException {
        long remaining = nanos;
        ReentrantLock lock = this.supervisor.lock();
        lock.lockInterruptibly();
        try {
            while (this.active && remaining > 0) {
                Condition condition = (this.wakeUp != null) ? this.wakeUp : lock.newCondition();
                this.wakeUp = condition;
                remaining = condition.awaitNanos(remaining);
            }
        }
        finally {
            lock.unlock();
        }
        if (!this.active) {
            throw stopped();
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
        if (interrupt) {
            interrupt();
        }
        LockSupport.unpark(this.thread);
    }

    /** Interrupts the thread, once, if it is in the code of the task. Under the supervisor's lock. */
    void interrupt() {
        Thread thread = this.thread;
        if (this.interruptible && !this.interrupted && !this.spared && thread != null) {
            this.interrupted = true;
            thread.interrupt();
        }
    }

    /** The code of the task begins, unless the run was told to stop. Under the supervisor's lock. */
    void enter(long nanoTime) {
        this.enteredAt = nanoTime;
        this.interruptible = this.active;
    }

    /** Returns how long the code has been running; zero if it never began. Under the supervisor's lock. */
    Duration lasted(long nanoTime) {
        return (this.enteredAt != NEVER) ? Duration.ofNanos(nanoTime - this.enteredAt) : Duration.ZERO;
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
