package dev.ariadne.connector.mirai;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

import dev.ariadne.concurrent.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Finds out soon that a connection has ended although the JDK's WebSocket does not tell, as happens when the end
 * follows close on a message. When messages stop coming it pings, until a pong comes, three times at most: on a
 * connection that the other side has ended the third one cannot be written (seen on 17 and 25).
 */
final class EndProbe {

    static final Duration INTERVAL = Duration.ofMillis(250);

    private static final int MAX_PINGS = 3;

    private final Scheduler scheduler;

    private final Runnable ping;

    // Guards all that follows.
    private final ReentrantLock lock = new ReentrantLock();

    private Scheduler.@Nullable Timer timer;

    private boolean stopped;

    private boolean answered;

    private int pings;

    EndProbe(Scheduler scheduler, Runnable ping) {
        this.scheduler = scheduler;
        this.ping = ping;
    }

    /** A message has come. */
    void message() {
        this.lock.lock();
        try {
            // The interval in which a message comes does not count, and nor do the pings before.
            this.pings = -1;
            this.answered = false;
            if (this.timer == null) {
                schedule();
            }
        }
        finally {
            this.lock.unlock();
        }
    }

    /** A pong has come. */
    void pong() {
        this.lock.lock();
        try {
            this.answered = true;
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
        if (isPingDue()) {
            this.ping.run();
        }
    }

    private boolean isPingDue() {
        this.lock.lock();
        try {
            this.timer = null;
            if (this.stopped || this.answered || this.pings == MAX_PINGS) {
                return false;
            }
            schedule();
            return this.pings++ >= 0;
        }
        finally {
            this.lock.unlock();
        }
    }

    private void schedule() {
        if (!this.stopped) {
            this.timer = this.scheduler.after(INTERVAL, this::tick);
        }
    }

}
