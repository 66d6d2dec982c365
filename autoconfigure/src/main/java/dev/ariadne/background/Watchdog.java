package dev.ariadne.background;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

import dev.ariadne.concurrent.OwnThreads;
import dev.ariadne.concurrent.Scheduler;
import dev.ariadne.concurrent.Scheduler.Timer;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether a run gets on. One timer serves it for as long as the run lasts: it looks how long ago the last
 * progress was, and when it could be too long.
 */
final class Watchdog {

    private static final Duration LISTENERS_LIMIT = Duration.ofSeconds(5);

    private final Supervisor supervisor;

    private final Run run;

    private final Duration limit;

    private volatile long progressAt;

    // The fields below are guarded by the supervisor's lock.
    private boolean barked;

    private long barkedAbout;

    private @Nullable Timer timer;

    Watchdog(Supervisor supervisor, Run run, Duration limit) {
        this.supervisor = supervisor;
        this.run = run;
        this.limit = limit;
    }

    /** Begins to look. Under the supervisor's lock. */
    void begin() {
        progress();
        lookIn(this.limit);
    }

    /** Looks no more. Under the supervisor's lock. */
    void end() {
        if (this.timer != null) {
            this.timer.cancel();
        }
    }

    void progress() {
        this.progressAt = time().nanoTime();
    }

    /** Tells whether there was progress since the stall that was reported last. */
    boolean hasProgressed() {
        return this.progressAt != this.barkedAbout;
    }

    private Scheduler time() {
        return this.supervisor.supervision().scheduler();
    }

    private void lookIn(Duration time) {
        this.timer = time().after(time, this::look);
    }

    private void look() {
        long idle;
        boolean stalled;
        ReentrantLock lock = this.supervisor.lock();
        lock.lock();
        try {
            if (!this.run.isUnderWay()) {
                return;
            }
            long last = this.progressAt;
            idle = time().nanoTime() - last;
            boolean known = (this.barked && this.barkedAbout == last);
            stalled = (!known && idle >= this.limit.toNanos());
            if (stalled) {
                this.barked = true;
                this.barkedAbout = last;
            }
            lookIn((stalled || known) ? this.limit : this.limit.minusNanos(idle));
        }
        finally {
            lock.unlock();
        }
        if (stalled) {
            bark(Duration.ofNanos(idle));
        }
    }

    private void bark(Duration idle) {
        Thread thread = this.run.thread;
        StackTraceElement[] stack = (thread != null) ? thread.getStackTrace() : new StackTraceElement[0];
        BackgroundTaskStuckException failure = new BackgroundTaskStuckException(this.limit, stack);
        // A listener may want what the run holds. What comes second changes nothing.
        Timer noLonger = time().after(LISTENERS_LIMIT, () -> this.supervisor.stuck(this.run, failure));
        OwnThreads.daemon("ariadne-stuck", () -> {
            this.supervisor.supervision()
                .announcer()
                .stuck(this.run.ariadne(), this.run.taskName(), this.run.run(), idle, List.of(stack));
            noLonger.cancel();
            this.supervisor.stuck(this.run, failure);
        });
    }

}
