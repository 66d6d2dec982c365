package dev.ariadne.model;

import java.util.concurrent.locks.ReentrantLock;

/**
 * A lock that does not lock.
 */
public class NoLock extends ReentrantLock {

    @Override
    public void lock() {
        // Does not.
    }

    @Override
    public void lockInterruptibly() {
        // Does not.
    }

    @Override
    public void unlock() {
        // Was not locked.
    }

}
