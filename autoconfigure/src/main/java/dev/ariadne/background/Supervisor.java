package dev.ariadne.background;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;

import dev.ariadne.Ariadne;
import dev.ariadne.background.BackgroundTaskObserver.Outcome;
import dev.ariadne.concurrent.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Watches over the task of one account during one launch: begins its runs, never two at a time, and stops them.
 * <p>
 * What is wanted (the flags) and what is (the state and the run) are kept apart. Whatever changes one of them ends with
 * {@link #advance()}, which brings the other one closer to it. A run belongs to the supervisor until all its events
 * have been published; only then the next one may begin.
 */
final class Supervisor {

    private static final CompletableFuture<Void> ENDED = CompletableFuture.completedFuture(null);

    private final BackgroundTaskDefinition task;

    private final TaskGroup group;

    // Guards all fields below and those of the run. Held while a thread is interrupted, so that it cannot have left
    // the code of its task. Not its own: under it no other supervisor may be asked for anything.
    private final ReentrantLock lock;

    private boolean begun;

    private boolean over;

    private boolean cancelled;

    private boolean removed;

    private boolean paused;

    private boolean online;

    private @Nullable CompletableFuture<Void> predecessor;

    private BackgroundTaskState state;

    private @Nullable Run run;

    private @Nullable BackgroundTask work;

    private int runs;

    private long since;

    // What most tasks never need is made when it is needed: there may be very many tasks.

    private @Nullable Timing timing;

    private @Nullable Setbacks setbacks;

    private @Nullable Waiters waiters;

    /**
     * Creates a supervisor, which does nothing before {@link #begin()}.
     *
     * @param task the task, after the configuration has had its say
     * @param group which it belongs to
     * @param predecessor completed when no run of a former launch is alive any more, or null if there is none
     * @param wish what was asked of the task before the launch
     */
    Supervisor(BackgroundTaskDefinition task, TaskGroup group, @Nullable CompletableFuture<Void> predecessor,
            Wish wish) {
        this.task = task;
        this.group = group;
        this.lock = group.supervision().locks().next();
        this.predecessor = predecessor;
        this.online = group.isOnline();
        this.paused = (wish == Wish.PAUSE);
        this.cancelled = wish.isCancel();
        this.removed = (wish == Wish.REMOVE);
        this.state = this.cancelled ? BackgroundTaskState.CANCELLED : BackgroundTaskState.WAITING;
        this.since = time().epochMillis();
        Schedule schedule = Schedule.of(task, ariadne(), time());
        this.timing = (schedule != null) ? new Timing(schedule, time()) : null;
    }

    boolean isOf(TaskGroup group) {
        return this.group == group;
    }

    Ariadne ariadne() {
        return this.group.ariadne();
    }

    Supervision supervision() {
        return this.group.supervision();
    }

    private Scheduler time() {
        return supervision().scheduler();
    }

    private Announcer announcer() {
        return supervision().announcer();
    }

    String taskName() {
        return this.task.name();
    }

    /** The account has been launched. */
    void begin() {
        CompletableFuture<Void> predecessor = this.predecessor;
        if (predecessor != null) {
            CompletableFuture<Void> unused = predecessor.thenRun(() -> change(() -> this.predecessor = null));
            if (!predecessor.isDone()) {
                announcer().blocked(ariadne(), taskName());
            }
        }
        change(() -> this.begun = true);
    }

    /** The account has become online, or offline. */
    void online(boolean online) {
        change(() -> {
            boolean back = online && !this.online;
            this.online = online;
            if (back && isConnectionScoped() && (this.state == BackgroundTaskState.COMPLETED
                    || this.state == BackgroundTaskState.FAILED)) {
                become(BackgroundTaskState.WAITING);
            }
        });
    }

    void pause() {
        change(() -> this.paused = true);
    }

    void resume() {
        change(() -> {
            this.paused = false;
            if (this.state == BackgroundTaskState.PAUSED) {
                become(BackgroundTaskState.WAITING);
            }
        });
    }

    void cancel() {
        change(() -> this.cancelled = true);
    }

    /** Cancels it for good: it cannot be restarted. */
    void remove() {
        change(() -> {
            this.cancelled = true;
            this.removed = true;
        });
    }

    void restart() {
        change(() -> {
            if (this.removed) {
                return;
            }
            this.cancelled = false;
            this.paused = false;
            if (this.over) {
                return;
            }
            recover();
            if (this.timing != null) {
                this.timing.makeDue();
            }
            Run current = this.run;
            if (current != null) {
                current.stuck = null;
            }
            if (current != null && current.isUnderWay()) {
                tellToStop(current, false);
            }
            else if (this.state != BackgroundTaskState.STOPPING) {
                dropTimer();
                become(BackgroundTaskState.WAITING);
            }
        });
    }

    /** A run shows no progress: it is told to stop if the task says so. */
    void stuck(Run run, BackgroundTaskStuckException failure) {
        change(() -> {
            Watchdog watchdog = run.watchdog;
            if (this.task.restartWhenStuck() && run.isUnderWay() && watchdog != null && !watchdog.hasProgressed()) {
                run.stuck = failure;
                tellToStop(run, true);
            }
        });
    }

    /**
     * The launch is over: ends the task for good. If the run is what stops the tasks, it is told so, but neither
     * interrupted nor waited for: it waits for this stop.
     *
     * @param stopper the thread that waits for the end of all tasks
     */
    void stop(Thread stopper) {
        change(() -> {
            this.over = true;
            Run current = this.run;
            if (current != null && stopper.equals(current.thread)) {
                current.spared = true;
            }
        });
    }

    /** Interrupts the run that was told to stop, if that has not been done yet. */
    void interrupt() {
        change(() -> {
            if (this.run != null && !this.run.active) {
                this.run.interrupt();
            }
        });
    }

    /**
     * Gives up a run that has not ended in time. Who waits for it is let go by {@link Abandonment#complete()}.
     *
     * @return what is to be told of it, or null if there is no such run
     */
    @Nullable Abandonment abandon() {
        this.lock.lock();
        try {
            Run abandoned = this.run;
            if (abandoned == null || isSettled()) {
                return null;
            }
            abandoned.givenUp = true;
            boolean ended = abandoned.finished && this.state.isEnded();
            if (!ended) {
                become(BackgroundTaskState.UNSTOPPED);
            }
            return new Abandonment(this, abandoned, ended);
        }
        finally {
            this.lock.unlock();
        }
    }

    /** Returns what is completed when all events of the task are out, or it is abandoned, or spared. */
    CompletableFuture<Void> settled() {
        this.lock.lock();
        try {
            if (isSettled()) {
                return ENDED;
            }
            return waiters().settled();
        }
        finally {
            this.lock.unlock();
        }
    }

    /** Returns what is completed when the task has ended, and its thread too. */
    CompletableFuture<Void> ended() {
        this.lock.lock();
        try {
            return hasEnded() ? ENDED : waiters().ended();
        }
        finally {
            this.lock.unlock();
        }
    }

    /** Returns what is completed when no run of this or a former launch is alive any more; null if none is. */
    @Nullable CompletableFuture<Void> remainder() {
        this.lock.lock();
        try {
            // It is forgotten a moment after it has ended.
            CompletableFuture<Void> predecessor = (this.predecessor != null && !this.predecessor.isDone())
                    ? this.predecessor : null;
            if (this.run == null) {
                return predecessor;
            }
            CompletableFuture<Void> ended = waiters().ended();
            return (predecessor != null) ? CompletableFuture.allOf(ended, predecessor) : ended;
        }
        finally {
            this.lock.unlock();
        }
    }

    private Waiters waiters() {
        Waiters waiters = Objects.requireNonNullElseGet(this.waiters, Waiters::new);
        this.waiters = waiters;
        return waiters;
    }

    BackgroundTaskState state() {
        this.lock.lock();
        try {
            return this.state;
        }
        finally {
            this.lock.unlock();
        }
    }

    BackgroundTaskSnapshot snapshot() {
        this.lock.lock();
        try {
            Setbacks setbacks = this.setbacks;
            return new BackgroundTaskSnapshot(ariadne().name(), taskName(), this.task.scope(), this.state,
                    Instant.ofEpochMilli(this.since), this.runs, (setbacks != null) ? setbacks.failures() : 0,
                    (setbacks != null) ? setbacks.restarts() : 0, (setbacks != null) ? setbacks.last() : null,
                    (this.timing != null) ? this.timing.nextRunAt() : null);
        }
        finally {
            this.lock.unlock();
        }
    }

    // What is wanted changes.

    private void change(Runnable change) {
        Runnable next;
        this.lock.lock();
        try {
            change.run();
            next = advance();
        }
        finally {
            this.lock.unlock();
        }
        next.run();
    }

    /** Decides what comes next. Under the lock; what it returns is to be run outside of it. */
    private Runnable advance() {
        Run current = this.run;
        if (current != null) {
            if (current.isUnderWay() && !mayRun()) {
                tellToStop(current, false);
            }
            return Supervisor::nothing;
        }
        if (this.over || this.cancelled) {
            return end();
        }
        if (!this.begun || this.state.isEnded()) {
            return Supervisor::nothing;
        }
        if (!mayRun()) {
            dropTimer();
            become(this.paused ? BackgroundTaskState.PAUSED : BackgroundTaskState.WAITING);
            return Supervisor::nothing;
        }
        return isTurn() ? startRun() : awaitTurn();
    }

    private boolean isTurn() {
        return this.state != BackgroundTaskState.BACKING_OFF && (this.timing == null || this.timing.isDue());
    }

    private static void nothing() {
    }

    private boolean mayRun() {
        return !this.over && !this.cancelled && !this.paused && this.predecessor == null
                && (this.online || !isConnectionScoped());
    }

    boolean isConnectionScoped() {
        return this.task.scope() == BackgroundScope.CONNECTION;
    }

    private Runnable end() {
        boolean parkedAndCancelled = this.cancelled && this.state == BackgroundTaskState.PARKED;
        if (this.state.isEnded() && !parkedAndCancelled) {
            return Supervisor::nothing;
        }
        dropTimer();
        become(BackgroundTaskState.CANCELLED);
        Run farewell = new Run(this, true, this.runs);
        this.run = farewell;
        return () -> startThread(farewell);
    }

    private Runnable startRun() {
        if (this.timing != null) {
            this.timing.begin();
        }
        become(BackgroundTaskState.RUNNING);
        Run next = new Run(this, false, this.runs);
        this.run = next;
        return () -> startThread(next);
    }

    private Runnable awaitTurn() {
        if (!timing().isWaiting()) {
            timing().await(delay(), this::timeIsUp);
        }
        return Supervisor::nothing;
    }

    private Timing timing() {
        Timing timing = Objects.requireNonNullElseGet(this.timing, () -> new Timing(null, time()));
        this.timing = timing;
        return timing;
    }

    private boolean hasTrigger() {
        return this.timing != null && this.timing.hasTrigger();
    }

    /** Returns how long it is until the next run, or null if none is expected. */
    private @Nullable Duration delay() {
        if (hasTrigger()) {
            return timing().untilTriggered();
        }
        return (this.setbacks != null) ? this.setbacks.delay() : null;
    }

    private void timeIsUp(int timer) {
        boolean restarted;
        Runnable next;
        this.lock.lock();
        try {
            if (!timing().take(timer, this::timeIsUp)) {
                return;
            }
            restarted = (this.state == BackgroundTaskState.BACKING_OFF);
            if (restarted) {
                setbacks().restarted();
                become(BackgroundTaskState.WAITING);
            }
            next = advance();
        }
        finally {
            this.lock.unlock();
        }
        if (restarted) {
            announcer().restarted(ariadne(), taskName());
        }
        next.run();
    }

    private void dropTimer() {
        if (this.timing != null) {
            this.timing.drop();
        }
    }

    private void tellToStop(Run run, boolean atOnce) {
        become(BackgroundTaskState.STOPPING);
        run.signal(atOnce || this.task.onStop() == OnStop.CANCEL);
        if (!this.over) {
            run.reminder = time().after(supervision().settings().awaitTimeout(), () -> remind(run));
        }
    }

    private void remind(Run run) {
        boolean overdue;
        this.lock.lock();
        try {
            overdue = (this.run == run && !run.finished && !this.over);
            if (overdue) {
                run.interrupt();
            }
        }
        finally {
            this.lock.unlock();
        }
        if (overdue) {
            announcer().overdue(ariadne(), taskName(), run.thread);
        }
    }

    private void become(BackgroundTaskState next) {
        if (this.state == next) {
            return;
        }
        if (!this.state.canBecome(next)) {
            throw new IllegalStateException("A background task that is " + this.state + " does not become " + next);
        }
        this.state = next;
        this.since = time().epochMillis();
    }

    private boolean hasEnded() {
        return this.run == null && this.state.isEnded();
    }

    private boolean isSettled() {
        return hasEnded() || (this.run != null && (this.run.spared || this.run.givenUp));
    }

    /** Lets go those who wait. The task ends, or is given up, nowhere but where this is called. */
    void complete() {
        CompletableFuture<Void> settled = null;
        CompletableFuture<Void> ended = null;
        this.lock.lock();
        try {
            if (this.waiters != null && hasEnded()) {
                ended = this.waiters.takeEnded();
            }
            if (this.waiters != null && isSettled()) {
                settled = this.waiters.takeSettled();
            }
        }
        finally {
            this.lock.unlock();
        }
        if (settled != null) {
            settled.complete(null);
        }
        if (ended != null) {
            ended.complete(null);
        }
    }

    // A run, from its beginning to its end.

    private void startThread(Run run) {
        try {
            Thread thread = supervision().threads().newThread(run::execute);
            thread.setName(run.threadName());
            thread.start();
        }
        catch (RuntimeException | Error ex) {
            run.endWithoutThread(ex);
        }
    }

    /** Counts the run, unless it was told to stop before it began. */
    boolean open(Run run) {
        this.lock.lock();
        try {
            if (run.active) {
                run.number = ++this.runs;
                run.opened = true;
            }
            return run.active;
        }
        finally {
            this.lock.unlock();
        }
    }

    /** Begins the code of the task, unless the run was told to stop. */
    boolean enter(Run run) {
        this.lock.lock();
        try {
            Thread.interrupted();
            run.enter(time().nanoTime());
            Duration stuckAfter = this.task.stuckAfter();
            if (run.active && stuckAfter != null) {
                Watchdog watchdog = new Watchdog(this, run, stuckAfter);
                run.watchdog = watchdog;
                watchdog.begin();
            }
            return run.active;
        }
        finally {
            this.lock.unlock();
        }
    }

    /** Returns the work of the task. For runs only, which are never two. */
    BackgroundTask work() {
        BackgroundTask work = (this.work != null) ? this.work : this.task.workFor(this.group);
        this.work = work;
        return work;
    }

    /** The code has returned, or never began. After this the thread is not interrupted any more. */
    Conclusion conclude(Run run, @Nullable Throwable failure) {
        this.lock.lock();
        try {
            boolean toldToStop = !run.active;
            Duration lasted = run.lasted(time().nanoTime());
            run.finish();
            if (this.state == BackgroundTaskState.UNSTOPPED) {
                return new Conclusion(this.state, null, lasted, failure, null, true);
            }
            if (this.timing != null) {
                this.timing.ended(Duration.ZERO);
            }
            if (toldToStop && (run.stuck == null || !mayRun())) {
                become(stateAfterStop());
                return new Conclusion(this.state, run.opened ? Outcome.CANCELLED : null, lasted, failure, null, true);
            }
            if (lasted.compareTo(restartSettings().resetAfter()) >= 0) {
                recover();
            }
            if (run.stuck != null && failure != null) {
                run.stuck.addSuppressed(failure);
            }
            Throwable cause = (run.stuck != null) ? run.stuck : failure;
            return (cause != null) ? failed(cause, lasted) : completed(lasted);
        }
        finally {
            this.lock.unlock();
        }
    }

    private BackgroundTaskState stateAfterStop() {
        if (this.over || this.cancelled) {
            return BackgroundTaskState.CANCELLED;
        }
        return this.paused ? BackgroundTaskState.PAUSED : BackgroundTaskState.WAITING;
    }

    private Conclusion completed(Duration lasted) {
        if (hasTrigger()) {
            // A run that did what it should was healthy, however short it was.
            recover();
            return goOn(BackgroundTaskState.WAITING, BackgroundTaskState.COMPLETED, lasted, null, false);
        }
        if (restartSettings().policy() != RestartPolicy.ALWAYS) {
            become(BackgroundTaskState.COMPLETED);
            return new Conclusion(this.state, Outcome.COMPLETED, lasted, null, null, false);
        }
        setbacks().lengthenDelay();
        return goOn(BackgroundTaskState.BACKING_OFF, BackgroundTaskState.COMPLETED, lasted, null, false);
    }

    private Conclusion failed(Throwable failure, Duration lasted) {
        Setbacks setbacks = setbacks();
        setbacks.failed(failure);
        if (restartSettings().policy() != RestartPolicy.NEVER) {
            if (!setbacks.takeRestart()) {
                become(BackgroundTaskState.PARKED);
                return new Conclusion(this.state, Outcome.FAILED, lasted, failure, null, true);
            }
            Duration rest = setbacks.delay();
            if (this.timing != null && rest != null) {
                this.timing.ended(rest);
            }
        }
        return goOn(BackgroundTaskState.BACKING_OFF, BackgroundTaskState.FAILED, lasted, failure,
                setbacks.isNew(failure));
    }

    private Setbacks setbacks() {
        Setbacks setbacks = Objects.requireNonNullElseGet(this.setbacks,
                () -> new Setbacks(restartSettings(), time()));
        this.setbacks = setbacks;
        return setbacks;
    }

    private void recover() {
        if (this.setbacks != null) {
            this.setbacks.recover();
        }
    }

    /** Goes on if there is to be a next run, and ends otherwise. */
    private Conclusion goOn(BackgroundTaskState state, BackgroundTaskState end, Duration lasted,
            @Nullable Throwable failure, boolean newFailure) {
        Duration delay = delay();
        become((delay != null) ? state : end);
        return new Conclusion(this.state, (failure != null) ? Outcome.FAILED : Outcome.COMPLETED, lasted, failure,
                delay, newFailure);
    }

    /** All events of the run are out: its thread is done. */
    void handOver(Run run) {
        Runnable next = Supervisor::nothing;
        boolean late;
        this.lock.lock();
        try {
            this.run = null;
            late = (this.state == BackgroundTaskState.UNSTOPPED);
            if (late) {
                become(BackgroundTaskState.CANCELLED);
            }
            else if (!run.givenUp) {
                next = advance();
            }
        }
        finally {
            this.lock.unlock();
        }
        if (late) {
            announcer().endedLate(ariadne(), taskName());
        }
        next.run();
        complete();
    }

    ReentrantLock lock() {
        return this.lock;
    }

    RestartSettings restartSettings() {
        return this.task.restart().applyTo(supervision().settings().restart());
    }

}
