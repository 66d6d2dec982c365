package dev.ariadne.concurrent;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes daemon platform threads with numbered names.
 *
 * @since 0.1.0
 */
public final class DaemonThreadFactory implements ThreadFactory {

    private final String namePrefix;

    private final AtomicLong count = new AtomicLong();

    /**
     * Creates a factory.
     *
     * @param namePrefix what the names of its threads begin with
     */
    public DaemonThreadFactory(String namePrefix) {
        this.namePrefix = namePrefix;
    }

    @Override
    public Thread newThread(Runnable action) {
        Thread thread = new Thread(action, this.namePrefix + this.count.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

}
