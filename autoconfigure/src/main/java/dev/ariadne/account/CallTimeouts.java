package dev.ariadne.account;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;

import dev.ariadne.concurrent.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * The time limits of one account's calls that wait for their answers. One timer serves them all, set for the next one: a
 * timer for each call would wake a thread for each call.
 */
final class CallTimeouts {

    private final Scheduler scheduler;

    // Guards all that follows.
    private final ReentrantLock lock = new ReentrantLock();

    private final SortedSet<Limit> limits = new TreeSet<>();

    private long lastNumber;

    private @Nullable Alarm alarm;

    private boolean closed;

    CallTimeouts(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /**
     * Adds a limit. After {@link #close()} it is exceeded at once, on the calling thread.
     *
     * @param time how long it is until then, zero or more
     * @param action what to do then, on the scheduler
     * @return the limit, to be lifted when the answer has come
     */
    Limit add(Duration time, Runnable action) {
        Limit limit;
        boolean tooLate;
        this.lock.lock();
        try {
            limit = new Limit(this.scheduler.nanoTime() + time.toNanos(), ++this.lastNumber, action);
            tooLate = this.closed;
            if (!tooLate) {
                add(limit);
            }
        }
        finally {
            this.lock.unlock();
        }
        if (tooLate) {
            limit.exceed();
        }
        return limit;
    }

    private void add(Limit limit) {
        this.limits.add(limit);
        if (this.alarm == null || limit.at - this.alarm.at() < 0) {
            setAlarm(limit.at);
        }
    }

    /**
     * Exceeds what has not been lifted: there is no time any more to wait for, since the scheduler is about to be closed.
     */
    void close() {
        List<Limit> left;
        this.lock.lock();
        try {
            this.closed = true;
            left = List.copyOf(this.limits);
            this.limits.clear();
            stopAlarm();
        }
        finally {
            this.lock.unlock();
        }
        left.forEach(Limit::exceed);
    }

    private void remove(Limit limit) {
        this.lock.lock();
        try {
            this.limits.remove(limit);
            if (this.limits.isEmpty()) {
                stopAlarm();
            }
        }
        finally {
            this.lock.unlock();
        }
    }

    private void setAlarm(long at) {
        stopAlarm();
        Duration delay = Duration.ofNanos(Math.max(at - this.scheduler.nanoTime(), 0));
        this.alarm = new Alarm(at, this.scheduler.after(delay, this::ring));
    }

    private void stopAlarm() {
        if (this.alarm != null) {
            this.alarm.timer().cancel();
            this.alarm = null;
        }
    }

    private void ring() {
        List<Limit> over;
        this.lock.lock();
        try {
            // It may have been set anew, or stopped, while it rang.
            stopAlarm();
            over = takeOver();
            if (!this.limits.isEmpty()) {
                setAlarm(this.limits.first().at);
            }
        }
        finally {
            this.lock.unlock();
        }
        over.forEach(Limit::exceed);
    }

    private List<Limit> takeOver() {
        List<Limit> over = new ArrayList<>();
        long now = this.scheduler.nanoTime();
        Iterator<Limit> earliest = this.limits.iterator();
        while (earliest.hasNext()) {
            Limit limit = earliest.next();
            if (limit.at - now > 0) {
                break;
            }
            earliest.remove();
            over.add(limit);
        }
        return over;
    }

    /** The time limit of one call. */
    final class Limit implements Comparable<Limit> {

        private final long at;

        private final long number;

        private final Runnable action;

        private volatile boolean exceeded;

        private Limit(long at, long number, Runnable action) {
            this.at = at;
            this.number = number;
            this.action = action;
        }

        private void exceed() {
            this.exceeded = true;
            this.action.run();
        }

        /** Tells whether the time was over before the limit was lifted. */
        boolean isExceeded() {
            return this.exceeded;
        }

        /** Lifts the limit. Does nothing if called again. */
        void lift() {
            CallTimeouts.this.remove(this);
        }

        @Override
        public int compareTo(Limit other) {
            int order = Long.signum(this.at - other.at);
            return (order != 0) ? order : Long.compare(this.number, other.number);
        }

    }

    private record Alarm(long at, Scheduler.Timer timer) {

    }

}
