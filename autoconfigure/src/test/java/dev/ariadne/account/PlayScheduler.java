package dev.ariadne.account;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

import dev.ariadne.concurrent.ManualScheduler;
import dev.ariadne.concurrent.Scheduler;

/**
 * Time that stands still until a test moves it, and tells the timers of attempts to connect from others.
 */
final class PlayScheduler implements Scheduler {

    /** What waits longer than this is not the next attempt. */
    static final Duration LONGEST_RETRY = Duration.ofMinutes(1);

    private final ManualScheduler time = new ManualScheduler();

    private final Set<Object> retries = new HashSet<>();

    @Override
    public Instant now() {
        return this.time.now();
    }

    @Override
    public long nanoTime() {
        return this.time.nanoTime();
    }

    @Override
    public Timer after(Duration delay, Runnable action) {
        if (delay.compareTo(LONGEST_RETRY) > 0) {
            return this.time.after(delay, action);
        }
        Object retry = new Object();
        change(retry, true);
        Timer timer = this.time.after(delay, () -> {
            change(retry, false);
            action.run();
        });
        return () -> {
            change(retry, false);
            timer.cancel();
        };
    }

    private synchronized void change(Object retry, boolean waits) {
        if (waits) {
            this.retries.add(retry);
        }
        else {
            this.retries.remove(retry);
        }
    }

    /** Returns how many attempts to connect wait for their time. */
    synchronized int retries() {
        return this.retries.size();
    }

    int waiting() {
        return this.time.waiting();
    }

    /** Moves the time to the next timer. */
    void advance() {
        this.time.advance(this.time.untilNext());
    }

    void advance(Duration time) {
        this.time.advance(time);
    }

}
