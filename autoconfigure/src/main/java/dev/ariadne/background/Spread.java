package dev.ariadne.background;

import java.time.Duration;

/**
 * By how much the task of one account is later than the trigger says, so that those of a hundred accounts do not all
 * begin in one moment. Always the same for the same names.
 *
 * @param part which part of the widest spread, 0 to less than 1
 */
record Spread(double part) {

    static final Spread NONE = new Spread(0);

    /** The widest spread of all. */
    static final Duration WIDEST = Duration.ofSeconds(5);

    static Spread of(String account, String task) {
        int hash = (account + '/' + task).hashCode();
        // Names that differ in their last letter have neighbouring hashes: multiplying drives them apart.
        long mixed = (hash * 0x9E3779B97F4A7C15L) >>> 11;
        return new Spread(mixed / (double) (1L << 53));
    }

    /** Returns by how much it is later, where so much time is between two runs. */
    Duration within(Duration period) {
        Duration tenth = period.dividedBy(10);
        Duration widest = (tenth.compareTo(WIDEST) < 0) ? tenth : WIDEST;
        return Duration.ofNanos((long) (widest.toNanos() * this.part));
    }

}
