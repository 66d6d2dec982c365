package dev.ariadne.test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

import dev.ariadne.concurrent.Scheduler;
import dev.ariadne.concurrent.SchedulerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Time that stands still until a test moves it: the back-off of tasks and accounts, triggers and time limits, those
 * of calls too, are due when the test says so. A test makes it a bean by {@code @Import(ManualTime.class)}.
 * <p>
 * What falls due runs on the thread that moves the time; most of it only hands work to other threads, so that a test
 * waits for what comes of it, with an {@link AriadneProbe}. A delay begins when somebody asks for it: wait until a task
 * is backing off before moving the time. The time that {@link dev.ariadne.background.BackgroundContext#sleep} and the
 * deadline of a stop take is real. May be used from any thread.
 *
 * @since 0.1.0
 */
public final class ManualTime implements SchedulerFactory {

    // Guards the fields below.
    private final ReentrantLock lock = new ReentrantLock();

    private final List<Entry> entries = new ArrayList<>();

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    private long nanos;

    private long sequence;

    /** Creates a time that begins with the year 2026, in UTC. */
    public ManualTime() {
    }

    /**
     * Returns the time of day.
     */
    public Instant now() {
        this.lock.lock();
        try {
            return this.now;
        }
        finally {
            this.lock.unlock();
        }
    }

    /**
     * Moves the time, and runs what falls due on the way, each at its time. An action that throws ends the move.
     *
     * @param time how far, zero or more
     */
    public void advance(Duration time) {
        long end = nanoTime() + time.toNanos();
        for (Entry due = takeUntil(end); due != null; due = takeUntil(end)) {
            due.action().run();
        }
    }

    private long nanoTime() {
        this.lock.lock();
        try {
            return this.nanos;
        }
        finally {
            this.lock.unlock();
        }
    }

    private @Nullable Entry takeUntil(long end) {
        this.lock.lock();
        try {
            Entry due = this.entries.stream().filter((entry) -> entry.at() <= end).min(Entry.ORDER).orElse(null);
            long next = Math.max(this.nanos, (due != null) ? due.at() : end);
            this.now = this.now.plusNanos(next - this.nanos);
            this.nanos = next;
            this.entries.remove(due);
            return due;
        }
        finally {
            this.lock.unlock();
        }
    }

    /**
     * Returns a scheduler in this time. It has no thread of its own.
     */
    @Override
    public Scheduler create(String threadName) {
        return new ManualScheduler();
    }

    private Scheduler.Timer add(ManualScheduler owner, Duration delay, Runnable action) {
        this.lock.lock();
        try {
            Entry entry = new Entry(owner, this.nanos + delay.toNanos(), this.sequence++, action);
            if (!owner.closed) {
                this.entries.add(entry);
            }
            return () -> remove(entry);
        }
        finally {
            this.lock.unlock();
        }
    }

    private void remove(Entry entry) {
        this.lock.lock();
        try {
            this.entries.remove(entry);
        }
        finally {
            this.lock.unlock();
        }
    }

    private void close(ManualScheduler owner) {
        this.lock.lock();
        try {
            owner.closed = true;
            this.entries.removeIf((entry) -> entry.owner() == owner);
        }
        finally {
            this.lock.unlock();
        }
    }

    private record Entry(ManualScheduler owner, long at, long sequence, Runnable action) {

        private static final Comparator<Entry> ORDER = Comparator.comparingLong(Entry::at)
            .thenComparingLong(Entry::sequence);

    }

    /** The scheduler of one start of the application. */
    private final class ManualScheduler implements Scheduler {

        // Guarded by the lock of the time.
        private boolean closed;

        @Override
        public Instant now() {
            return ManualTime.this.now();
        }

        @Override
        public long nanoTime() {
            return ManualTime.this.nanoTime();
        }

        @Override
        public Timer after(Duration delay, Runnable action) {
            return add(this, delay, action);
        }

        @Override
        public void close() {
            ManualTime.this.close(this);
        }

    }

}
