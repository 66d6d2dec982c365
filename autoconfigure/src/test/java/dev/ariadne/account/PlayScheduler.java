package dev.ariadne.account;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.ariadne.concurrent.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Time that stands still until a test moves it, and tells the timers of attempts to connect from others. As plain as it
 * can be, since the model checker looks at every field and call.
 */
final class PlayScheduler implements Scheduler {

    /** What waits for this many milliseconds is not the next attempt: longer than any back-off of a play. */
    private static final long LONGEST_RETRY = 100;

    private final List<Entry> entries = new ArrayList<>();

    private long seconds;

    @Override
    public Instant now() {
        return Instant.EPOCH;
    }

    @Override
    public long nanoTime() {
        return 0;
    }

    @Override
    public synchronized Timer after(Duration delay, Runnable action) {
        Entry entry = new Entry(this.seconds + delay.toSeconds(), delay.toMillis() < LONGEST_RETRY, action);
        this.entries.add(entry);
        return () -> remove(entry);
    }

    private synchronized void remove(Entry entry) {
        this.entries.remove(entry);
    }

    /** Returns how many attempts to connect wait for their time. */
    synchronized int retries() {
        int count = 0;
        for (Entry entry : this.entries) {
            count += entry.retry ? 1 : 0;
        }
        return count;
    }

    synchronized int waiting() {
        return this.entries.size();
    }

    /** Moves the time to the next attempt to connect, if one waits, and makes it. */
    void retry() {
        run(takeNext(true));
    }

    /** Moves the time to what falls due next, and runs that. */
    void advance() {
        run(takeNext(false));
    }

    private static void run(@Nullable Entry entry) {
        if (entry != null) {
            entry.action.run();
        }
    }

    private synchronized @Nullable Entry takeNext(boolean retriesOnly) {
        Entry next = null;
        for (Entry entry : this.entries) {
            if ((entry.retry || !retriesOnly) && (next == null || entry.at < next.at)) {
                next = entry;
            }
        }
        if (next != null) {
            this.seconds = next.at;
            this.entries.remove(next);
        }
        return next;
    }

    private static final class Entry {

        private final long at;

        private final boolean retry;

        private final Runnable action;

        Entry(long at, boolean retry, Runnable action) {
            this.at = at;
            this.retry = retry;
            this.action = action;
        }

    }

}
