package dev.ariadne.background;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;

import dev.ariadne.Ariadne;
import dev.ariadne.background.BackgroundTaskObserver.Outcome;
import dev.ariadne.concurrent.Scheduler.Timer;
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

    private final TaskPlan task;

    private final Ariadne ariadne;

    private final Supervision supervision;

    // Guards all fields below and those of the run. Held while a thread is interrupted, so that it cannot have left
    // the code of its task.
    private final ReentrantLock lock = new ReentrantLock();

    private boolean begun;

    private boolean over;

    private boolean cancelled;

    private boolean paused;

    private boolean online;

    private @Nullable CompletableFuture<Void> predecessor;

    private BackgroundTaskState state;

    private @Nullable Run run;

    private @Nullable Schedule schedule;

    private boolean due;

    private @Nullable Timer timer;

    private int timers;

    private @Nullable RestartBudget budget;

    private @Nullable KnownFailures knownFailures;

    private @Nullable BackgroundTask work;

    private @Nullable CompletableFuture<Void> settled;

    private @Nullable CompletableFuture<Void> ended;

    private int runs;

    private int failures;

    private int restarts;

    private long since;

    private long nextRunAt;

    private @Nullable BackgroundTaskFailure lastFailure;

    /**
     * Creates a supervisor, which does nothing before {@link #begin()}.
     *
     * @param predecessor completed when no run of a former launch is alive any more, or null if there is none
     * @param wish what was asked of the task before the launch
     * @param online whether the account is online
     */
    Supervisor(TaskPlan task, Ariadne ariadne, Supervision supervision,
            @Nullable CompletableFuture<Void> predecessor, Wish wish, boolean online) {
        this.task = task;
        this.ariadne = ariadne;
        this.supervision = supervision;
        this.predecessor = predecessor;
        this.online = online;
        this.paused = (wish == Wish.PAUSE);
        this.cancelled = (wish == Wish.CANCEL);
        this.state = this.cancelled ? BackgroundTaskState.CANCELLED : BackgroundTaskState.WAITING;
        this.since = supervision.scheduler().epochMillis();
    }

    Ariadne ariadne() {
        return this.ariadne;
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
                this.supervision.announcer().blocked(this.ariadne, taskName());
            }
        }
        change(() -> {
            this.begun = true;
            this.schedule = this.task.scheduleFor(this.ariadne, this.supervision.scheduler());
        });
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

    void restart() {
        change(() -> {
            this.cancelled = false;
            this.paused = false;
            if (this.over) {
                return;
            }
            this.budget = null;
            this.due = true;
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

    /** Gives up a run that has not ended in time. */
    void abandon(boolean withStack) {
        Run abandoned;
        boolean ended;
        this.lock.lock();
        try {
            abandoned = this.run;
            if (abandoned == null || isSettled()) {
                return;
            }
            abandoned.givenUp = true;
            ended = abandoned.finished && this.state.isEnded();
            if (!ended) {
                become(BackgroundTaskState.UNSTOPPED);
            }
        }
        finally {
            this.lock.unlock();
        }
        Thread thread = withStack ? abandoned.thread : null;
        if (ended) {
            this.supervision.announcer().stillBeingTold(this.ariadne, taskName(), thread);
        }
        else {
            this.supervision.announcer().unstopped(this.ariadne, taskName(), abandoned.number, thread);
        }
        complete();
    }

    /** Returns what is completed when all events of the task are out, or it is abandoned, or spared. */
    CompletableFuture<Void> settled() {
        this.lock.lock();
        try {
            if (isSettled()) {
                return ENDED;
            }
            CompletableFuture<Void> future = (this.settled != null) ? this.settled : new CompletableFuture<>();
            this.settled = future;
            return future;
        }
        finally {
            this.lock.unlock();
        }
    }

    /** Returns what is completed when the task has ended, and its thread too. */
    CompletableFuture<Void> ended() {
        this.lock.lock();
        try {
            return hasEnded() ? ENDED : endedFuture();
        }
        finally {
            this.lock.unlock();
        }
    }

    /** Returns what is completed when no run of this or a former launch is alive any more; null if none is. */
    @Nullable CompletableFuture<Void> remainder() {
        this.lock.lock();
        try {
            return (this.run != null) ? endedFuture() : this.predecessor;
        }
        finally {
            this.lock.unlock();
        }
    }

    private CompletableFuture<Void> endedFuture() {
        CompletableFuture<Void> future = (this.ended != null) ? this.ended : new CompletableFuture<>();
        this.ended = future;
        return future;
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
            return new BackgroundTaskSnapshot(this.ariadne.name(), taskName(), this.task.scope(), this.state,
                    Instant.ofEpochMilli(this.since), this.runs, this.failures, this.restarts, this.lastFailure,
                    (this.timer != null) ? Instant.ofEpochMilli(this.nextRunAt) : null);
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
        if (this.state == BackgroundTaskState.BACKING_OFF) {
            return false;
        }
        if (this.timer == null && !this.due && this.schedule != null && isOver(this.schedule.choose())) {
            this.due = isOver(this.schedule.look());
        }
        return this.schedule == null || this.due;
    }

    private static boolean isOver(@Nullable Duration remaining) {
        return remaining != null && remaining.compareTo(Duration.ZERO) <= 0;
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
        this.due = false;
        become(BackgroundTaskState.RUNNING);
        Run next = new Run(this, false, this.runs);
        next.enteredAt = this.supervision.scheduler().nanoTime();
        this.run = next;
        return () -> startThread(next);
    }

    private Runnable awaitTurn() {
        if (this.timer == null) {
            startTimer(delay());
        }
        return Supervisor::nothing;
    }

    /** Returns how long it is until the next run, or null if none is expected. */
    private @Nullable Duration delay() {
        if (this.schedule != null) {
            return this.schedule.choose();
        }
        return (this.budget != null) ? this.budget.delay() : null;
    }

    private void startTimer(@Nullable Duration delay) {
        if (delay == null) {
            return;
        }
        Duration wait = delay.isNegative() ? Duration.ZERO : delay;
        this.nextRunAt = this.supervision.scheduler().now().plus(wait).toEpochMilli();
        if (this.schedule != null && this.schedule.longestWait().compareTo(wait) < 0) {
            wait = this.schedule.longestWait();
        }
        int number = ++this.timers;
        this.timer = this.supervision.scheduler().after(wait, () -> timeIsUp(number));
    }

    private void timeIsUp(int number) {
        boolean restarted = false;
        Runnable next;
        this.lock.lock();
        try {
            if (this.timer == null || this.timers != number) {
                return;
            }
            this.timer = null;
            Duration remaining = (this.schedule != null) ? this.schedule.look() : Duration.ZERO;
            if (!isOver(remaining)) {
                startTimer(remaining);
                return;
            }
            this.due = true;
            restarted = (this.state == BackgroundTaskState.BACKING_OFF);
            if (restarted) {
                this.restarts++;
                become(BackgroundTaskState.WAITING);
            }
            next = advance();
        }
        finally {
            this.lock.unlock();
        }
        if (restarted) {
            this.supervision.announcer().restarted(this.ariadne, taskName());
        }
        next.run();
    }

    private void dropTimer() {
        if (this.timer != null) {
            this.timer.cancel();
            this.timer = null;
        }
    }

    private void tellToStop(Run run, boolean atOnce) {
        become(BackgroundTaskState.STOPPING);
        run.signal(atOnce || this.task.onStop() == OnStop.CANCEL);
        if (!this.over) {
            run.reminder = this.supervision.scheduler()
                .after(this.supervision.settings().awaitTimeout(), () -> remind(run));
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
            this.supervision.announcer().overdue(this.ariadne, taskName(), run.thread);
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
        this.since = this.supervision.scheduler().epochMillis();
    }

    private boolean hasEnded() {
        return this.run == null && this.state.isEnded();
    }

    private boolean isSettled() {
        return hasEnded() || (this.run != null && (this.run.spared || this.run.givenUp));
    }

    /** Lets go those who wait. The task ends, or is given up, nowhere but where this is called. */
    private void complete() {
        CompletableFuture<Void> settled = null;
        CompletableFuture<Void> ended = null;
        this.lock.lock();
        try {
            if (hasEnded()) {
                ended = this.ended;
                this.ended = null;
            }
            if (isSettled()) {
                settled = this.settled;
                this.settled = null;
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
            Thread thread = this.supervision.threads().newThread(run::execute);
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
            run.enteredAt = this.supervision.scheduler().nanoTime();
            run.interruptible = run.active;
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
        BackgroundTask work = (this.work != null) ? this.work : this.task.workFor(this.ariadne);
        this.work = work;
        return work;
    }

    /** The code has returned, or never began. After this the thread is not interrupted any more. */
    Conclusion conclude(Run run, @Nullable Throwable failure) {
        this.lock.lock();
        try {
            boolean toldToStop = !run.active;
            Duration lasted = Duration.ofNanos(this.supervision.scheduler().nanoTime() - run.enteredAt);
            run.finish();
            if (this.state == BackgroundTaskState.UNSTOPPED) {
                return new Conclusion(this.state, null, lasted, failure, null, true);
            }
            if (this.schedule != null) {
                this.schedule.ended(Duration.ZERO);
            }
            if (toldToStop && (run.stuck == null || !mayRun())) {
                become(stateAfterStop());
                return new Conclusion(this.state, run.opened ? Outcome.CANCELLED : null, lasted, failure, null, true);
            }
            if (lasted.compareTo(restartSettings().resetAfter()) >= 0) {
                this.budget = null;
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
        if (this.schedule != null) {
            // A run that did what it should was healthy, however short it was.
            this.budget = null;
            return goOn(BackgroundTaskState.WAITING, BackgroundTaskState.COMPLETED, lasted, null, false);
        }
        if (restartSettings().policy() != RestartPolicy.ALWAYS) {
            become(BackgroundTaskState.COMPLETED);
            return new Conclusion(this.state, Outcome.COMPLETED, lasted, null, null, false);
        }
        budget().lengthenDelay();
        return goOn(BackgroundTaskState.BACKING_OFF, BackgroundTaskState.COMPLETED, lasted, null, false);
    }

    private Conclusion failed(Throwable failure, Duration lasted) {
        this.failures++;
        this.lastFailure = BackgroundTaskFailure.of(failure, this.supervision.scheduler().now());
        if (restartSettings().policy() != RestartPolicy.NEVER) {
            RestartBudget budget = budget();
            if (!budget.takeRestart(this.supervision.scheduler().nanoTime())) {
                become(BackgroundTaskState.PARKED);
                return new Conclusion(this.state, Outcome.FAILED, lasted, failure, null, true);
            }
            if (this.schedule != null) {
                this.schedule.ended(budget.delay());
            }
        }
        boolean isNew = isNew(failure);
        return goOn(BackgroundTaskState.BACKING_OFF, BackgroundTaskState.FAILED, lasted, failure, isNew);
    }

    /** Goes on if there is to be a next run, and ends otherwise. */
    private Conclusion goOn(BackgroundTaskState state, BackgroundTaskState end, Duration lasted,
            @Nullable Throwable failure, boolean newFailure) {
        Duration delay = delay();
        become((delay != null) ? state : end);
        return new Conclusion(this.state, (failure != null) ? Outcome.FAILED : Outcome.COMPLETED, lasted, failure,
                delay, newFailure);
    }

    private boolean isNew(Throwable failure) {
        KnownFailures known = (this.knownFailures != null) ? this.knownFailures : new KnownFailures();
        this.knownFailures = known;
        return known.isNew(failure, this.supervision.scheduler().nanoTime(), restartSettings().window());
    }

    private RestartBudget budget() {
        RestartBudget budget = (this.budget != null) ? this.budget
                : new RestartBudget(restartSettings());
        this.budget = budget;
        return budget;
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
            this.supervision.announcer().endedLate(this.ariadne, taskName());
        }
        next.run();
        complete();
    }

    ReentrantLock lock() {
        return this.lock;
    }

    Supervision supervision() {
        return this.supervision;
    }

    RestartSettings restartSettings() {
        return this.task.restart();
    }

}
