package dev.ariadne.concurrent;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

/**
 * Makes daemon platform threads with numbered names, and with the context class loader of who made the factory.
 *
 * @since 0.1.0
 */
public final class DaemonThreadFactory implements ThreadFactory {

    private final String namePrefix;

    private final @Nullable ClassLoader classLoader = Thread.currentThread().getContextClassLoader();

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
        thread.setContextClassLoader(this.classLoader);
        return thread;
    }

}
