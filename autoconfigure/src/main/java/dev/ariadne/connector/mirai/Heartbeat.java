package dev.ariadne.connector.mirai;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

import dev.ariadne.concurrent.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Makes sure that a link is alive. Every interval it sends something that is to be answered; two intervals in a row in
 * which nothing at all was received make the link dead, and four in which no answer was make it deaf, whatever else is
 * received. While the link is not read on purpose nothing is sent and nothing is counted.
 */
final class Heartbeat {

    private static final int MAX_MISSED = 2;

    // A server does one command at a time, and some take long: it fetches an image by its URL without a limit for the
    // whole (protocol notes 5.6, and its source). By default this is two minutes, four times as long as a call waits.
    private static final int MAX_UNANSWERED = 4;

    private final Duration interval;

    private final Scheduler scheduler;

    private final Link link;

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
    }

    /** Begins; the first heartbeat is sent after one interval. */
    void start() {
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
            if (this.unanswered == MAX_UNANSWERED) {
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

        /** Four heartbeats were not answered, nor was anything else, though something else was received. */
        default void deaf() {
            dead();
        }

    }

}
