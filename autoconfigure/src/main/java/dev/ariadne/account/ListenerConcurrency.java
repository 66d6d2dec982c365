package dev.ariadne.account;

import dev.ariadne.concurrent.ThreadMode;

/**
 * How many conversations of one account are delivered at a time.
 */
final class ListenerConcurrency {

    /** A conversation whose listener blocks costs a platform thread. */
    private static final int ON_PLATFORM_THREADS = 64;

    private ListenerConcurrency() {
    }

    static int of(ThreadMode threads) {
        return (threads == ThreadMode.VIRTUAL) ? Integer.MAX_VALUE : ON_PLATFORM_THREADS;
    }

}
