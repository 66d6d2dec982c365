package dev.ariadne.concurrent;

import java.util.concurrent.ThreadFactory;

import org.springframework.core.task.VirtualThreadTaskExecutor;

/**
 * The kind of thread that tasks and listeners run on. Each thread has the context class loader of who made its factory,
 * and not that of who needs the thread: that may be a thread of the JDK, which does not know the application's classes.
 *
 * @since 0.1.0
 */
public enum ThreadMode {

    /** Virtual threads. They need Java 21 or newer, and pin their carrier in {@code synchronized} before Java 24. */
    VIRTUAL,

    /** Platform threads, as daemons. */
    PLATFORM;

    /**
     * Returns a factory of threads of this kind, to be named by whoever has them made.
     *
     * @throws UnsupportedOperationException if the running Java has no virtual threads
     */
    public ThreadFactory threadFactory() {
        return (this == VIRTUAL) ? virtual(new VirtualThreadTaskExecutor()) : new DaemonThreadFactory("ariadne-");
    }

    /**
     * Returns a factory of threads of this kind.
     *
     * @param namePrefix what their names begin with; a number follows
     * @throws UnsupportedOperationException if the running Java has no virtual threads
     */
    public ThreadFactory threadFactory(String namePrefix) {
        if (this == VIRTUAL) {
            return virtual(new VirtualThreadTaskExecutor(namePrefix));
        }
        return new DaemonThreadFactory(namePrefix);
    }

    private static ThreadFactory virtual(VirtualThreadTaskExecutor executor) {
        ThreadFactory factory = executor.getVirtualThreadFactory();
        ClassLoader classLoader = Thread.currentThread().getContextClassLoader();
        return (action) -> {
            Thread thread = factory.newThread(action);
            thread.setContextClassLoader(classLoader);
            return thread;
        };
    }

}
