package dev.ariadne.concurrent;

/**
 * Starts threads for what has to be done even where the system has no memory or no number left for one more thread:
 * there the calling thread does it.
 *
 * @since 0.1.0
 */
public final class OwnThreads {

    private OwnThreads() {
    }

    /** Runs an action on a daemon thread of its own. */
    public static void daemon(String name, Runnable action) {
        Thread thread = new Thread(action, name);
        thread.setDaemon(true);
        start(thread, action);
    }

    /** Runs an action on a thread of its own that keeps the process from ending. */
    public static void lasting(String name, Runnable action) {
        Thread thread = new Thread(action, name);
        thread.setDaemon(false);
        start(thread, action);
    }

    static void start(Thread thread, Runnable action) {
        try {
            thread.start();
        }
        catch (OutOfMemoryError ex) {
            action.run();
        }
    }

}
