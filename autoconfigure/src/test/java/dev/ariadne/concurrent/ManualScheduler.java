package dev.ariadne.concurrent;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A scheduler whose time moves only when a test says so. Actions run on the thread that moves the time.
 */
public class ManualScheduler implements Scheduler {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final List<Entry> entries = new ArrayList<>();

    private long nanos;

    private Duration ahead = Duration.ZERO;

    private long sequence;

    private boolean closed;

    @Override
    public synchronized Instant now() {
        return START.plusNanos(this.nanos).plus(this.ahead);
    }

    @Override
    public synchronized long nanoTime() {
        return this.nanos;
    }

    @Override
    public synchronized Timer after(Duration delay, Runnable action) {
        Entry entry = new Entry(this.nanos + delay.toNanos(), this.sequence++, action);
        this.entries.add(entry);
        return () -> remove(entry);
    }

    private synchronized void remove(Entry entry) {
        this.entries.remove(entry);
    }

    /** Returns how many actions wait. */
    public synchronized int waiting() {
        return this.entries.size();
    }

    /** Returns how long it is until the next action. */
    public synchronized Duration untilNext() {
        return Duration.ofNanos(this.entries.stream().min(Entry.ORDER).orElseThrow().at() - this.nanos);
    }

    /** Puts the clock of the wall forward or back; no time passes. */
    public synchronized void jump(Duration time) {
        this.ahead = this.ahead.plus(time);
    }

    /** Moves the time, and runs in order what falls due. */
    public void advance(Duration time) {
        long end = nanoTime() + time.toNanos();
        for (Entry entry = takeUntil(end); entry != null; entry = takeUntil(end)) {
            entry.action().run();
        }
    }

    private synchronized @Nullable Entry takeUntil(long end) {
        Entry next = this.entries.stream().filter((entry) -> entry.at() <= end).min(Entry.ORDER).orElse(null);
        this.nanos = (next != null) ? Math.max(this.nanos, next.at()) : end;
        this.entries.remove(next);
        return next;
    }

    @Override
    public synchronized void close() {
        this.closed = true;
    }

    public synchronized boolean isClosed() {
        return this.closed;
    }

    private record Entry(long at, long sequence, Runnable action) {

        private static final Comparator<Entry> ORDER = Comparator.comparingLong(Entry::at)
            .thenComparingLong(Entry::sequence);

    }

}
