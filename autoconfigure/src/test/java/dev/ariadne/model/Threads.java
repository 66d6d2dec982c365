package dev.ariadne.model;

/**
 * Threads of a scenario.
 */
public final class Threads {

    private Threads() {
    }

    /** Runs actions at the same time, each on a thread of its own, and waits for their ends. */
    public static void runTogether(Runnable... actions) {
        // In plain loops: the model checker does not look into the JDK's streams.
        Thread[] threads = new Thread[actions.length];
        for (int i = 0; i < actions.length; i++) {
            threads[i] = new Thread(actions[i]);
            threads[i].start();
        }
        for (Thread thread : threads) {
            join(thread);
        }
    }

    /** Waits for the end of a thread. */
    public static void join(Thread thread) {
        try {
            thread.join();
        }
        catch (InterruptedException ex) {
            throw new IllegalStateException(ex);
        }
    }

    /** Fails if something does not hold. */
    public static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise);
        }
    }

}
