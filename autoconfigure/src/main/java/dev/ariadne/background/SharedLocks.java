package dev.ariadne.background;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A few locks for very many small objects, for which locks of their own would be a good part of what they take. Who
 * holds one of them must not ask for another one, and does not keep it for long.
 */
final class SharedLocks {

    /** So many that two threads seldom want the same one. */
    static final int MANY = 64;

    private final ReentrantLock[] locks;

    private final AtomicInteger given = new AtomicInteger();

    SharedLocks(int count) {
        this.locks = new ReentrantLock[count];
        Arrays.setAll(this.locks, (index) -> new ReentrantLock());
    }

    /** Returns the lock of a new object. */
    ReentrantLock next() {
        return this.locks[Math.floorMod(this.given.getAndIncrement(), this.locks.length)];
    }

}
