package dev.ariadne.connector.mirai;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

import dev.ariadne.concurrent.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Makes sure that a link is alive. Every interval it sends something that is to be answered; two intervals in a row in
 * which nothing at all was received make the link dead. Four in which no answer was, or two minutes if that is longer,
 * make it deaf, whatever else is received. While the link is not read on purpose nothing is sent and nothing is counted.
 */
final class Heartbeat {

    private static final int MAX_MISSED = 2;

    // A server does one command at a time, and some take long: it fetches an image by its URL without a limit for the
    // whole (protocol notes 5.6, and its source). By default both are the same, four times as long as a call waits.
    private static final int MIN_UNANSWERED = 4;

    private static final Duration LONGEST_COMMAND = Duration.ofMinutes(2);

    private final Duration interval;

    private final Scheduler scheduler;

    private final Link link;

    private final int maxUnanswered;

    // Guards timer and stopped. What else there is belongs to the one tick that is scheduled at a time.
    private final ReentrantLock lock = new ReentrantLock();

    private Scheduler.@Nullable Timer timer;

    private boolean stopped;

    private boolean awaiting;

    private int missed;

    private int unanswered;

    Heartbeat(Duration interval, Scheduler scheduler, Link link) {
        this.interval = interval;
        this.scheduler = scheduler;
        this.link = link;
        this.maxUnanswered = maxUnanswered(interval);
    }

    private static int maxUnanswered(Duration interval) {
        if (interval.multipliedBy(MIN_UNANSWERED).compareTo(LONGEST_COMMAND) >= 0) {
            return MIN_UNANSWERED;
        }
        return (int) Math.min(LONGEST_COMMAND.dividedBy(interval), Integer.MAX_VALUE - 1) + 1;
    }

    /** Begins, also once more after the link has been called dead; the first heartbeat is sent after one interval. */
    void start() {
        this.awaiting = false;
        this.missed = 0;
        this.unanswered = 0;
        schedule();
    }

    private void schedule() {
        this.lock.lock();
        try {
            if (!this.stopped) {
                this.timer = this.scheduler.after(this.interval, this::tick);
            }
        }
        finally {
            this.lock.unlock();
        }
    }

    /** Ends for good. */
    void stop() {
        this.lock.lock();
        try {
            this.stopped = true;
            if (this.timer != null) {
                this.timer.cancel();
            }
        }
        finally {
            this.lock.unlock();
        }
    }

    private void tick() {
        boolean heard = this.link.takeHeard();
        boolean answered = this.link.takeAnswered();
        if (this.link.isPaused()) {
            this.awaiting = false;
            this.missed = 0;
            this.unanswered = 0;
        }
        else {
            this.missed = (this.awaiting && !heard) ? this.missed + 1 : 0;
            this.unanswered = (this.awaiting && !answered) ? this.unanswered + 1 : 0;
            if (this.missed == MAX_MISSED) {
                this.link.dead();
                return;
            }
            if (this.unanswered == this.maxUnanswered) {
                this.link.deaf();
                return;
            }
            this.awaiting = true;
            this.link.beat();
        }
        schedule();
    }

    /** The link that is watched. */
    interface Link {

        /** Tells whether anything was received since the last question. */
        boolean takeHeard();

        /**
         * Tells whether any answer was received since the last question. Always so, as far as it matters, where nothing
         * but answers is received.
         */
        default boolean takeAnswered() {
            return true;
        }

        /** Tells whether the link is not read on purpose. */
        boolean isPaused();

        /** Sends something that is to be answered. */
        void beat();

        /** Two heartbeats were not answered, and nothing else was heard. */
        void dead();

        /** Heartbeats were not answered for long, nor was anything else, though something else was received. */
        default void deaf() {
            dead();
        }

    }

}
