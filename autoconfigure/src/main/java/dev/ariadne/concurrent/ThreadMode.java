package dev.ariadne.concurrent;

import java.util.concurrent.ThreadFactory;

import org.springframework.core.task.VirtualThreadTaskExecutor;

/**
 * The kind of thread that tasks and listeners run on.
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
        return (this == VIRTUAL) ? new VirtualThreadTaskExecutor().getVirtualThreadFactory()
                : new DaemonThreadFactory("ariadne-");
    }

    /**
     * Returns a factory of threads of this kind.
     *
     * @param namePrefix what their names begin with; a number follows
     * @throws UnsupportedOperationException if the running Java has no virtual threads
     */
    public ThreadFactory threadFactory(String namePrefix) {
        if (this == VIRTUAL) {
            return new VirtualThreadTaskExecutor(namePrefix).getVirtualThreadFactory();
        }
        return new DaemonThreadFactory(namePrefix);
    }

}
