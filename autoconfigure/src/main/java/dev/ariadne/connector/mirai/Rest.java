package dev.ariadne.connector.mirai;

import java.time.Duration;

/**
 * How long to rest between two polls. After an answer that is at least half full not at all, since the server's queue
 * takes 101 events and drops what comes then (protocol notes 6); after one with fewer events just long enough to let
 * some come together; after empty ones ever longer, and after failures longer still. Not thread-safe.
 */
final class Rest {

    /** So many events are asked for at a time. */
    static final int COUNT = 100;

    /** The rest after an answer that is less than half full. */
    static final Duration AFTER_SOME = Duration.ofMillis(10);

    /** The rest after the first empty answer; it doubles with each one. */
    static final Duration MIN_AFTER_NONE = Duration.ofMillis(50);

    /** The longest rest after an empty answer; the server's queue must not fill up in it. */
    static final Duration MAX_AFTER_NONE = Duration.ofMillis(200);

    /** The rest after the first failure; it is twice as long after those that follow in a row. */
    static final Duration AFTER_FAILURE = Duration.ofMillis(500);

    private Duration afterNone = MIN_AFTER_NONE;

    private boolean overflowing;

    private int failures;

    /** Returns how long to rest after an answer with so many events. */
    Duration after(int events) {
        this.failures = 0;
        if (events > 0) {
            this.afterNone = MIN_AFTER_NONE;
            return (events >= COUNT / 2) ? Duration.ZERO : AFTER_SOME;
        }
        Duration rest = this.afterNone;
        Duration next = rest.multipliedBy(2);
        this.afterNone = (next.compareTo(MAX_AFTER_NONE) < 0) ? next : MAX_AFTER_NONE;
        return rest;
    }

    /** Returns how long to rest after a failure. */
    Duration afterFailure() {
        return AFTER_FAILURE.multipliedBy((this.failures++ == 0) ? 1 : 2);
    }

    /**
     * Tells, for the first time since the server's queue was empty, that it was found full or all but full with so many
     * events: it takes one more than are asked for, and may have dropped what came then.
     */
    boolean isFirstOverflow(int events) {
        boolean first = events == COUNT && !this.overflowing;
        this.overflowing = events == COUNT || (this.overflowing && events > 0);
        return first;
    }

    /** Returns how many polls in a row have failed. */
    int failures() {
        return this.failures;
    }

}
