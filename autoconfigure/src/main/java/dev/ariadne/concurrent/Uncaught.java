package dev.ariadne.concurrent;

/**
 * The last resort for what is thrown where a thread has to go on and nobody can be told: mostly by the log itself, as
 * by one whose disk is full. It goes to the thread's handler of uncaught exceptions; the JDK's writes to the standard
 * error.
 *
 * @since 0.1.0
 */
public final class Uncaught {

    private Uncaught() {
    }

    /** Runs an action, such as to log something. Throws nothing. */
    public static void run(Runnable action) {
        try {
            action.run();
        }
        catch (RuntimeException | Error ex) {
            tell(ex);
        }
    }

    /** Tells the calling thread's handler. */
    public static void tell(Throwable failure) {
        Thread thread = Thread.currentThread();
        thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
    }

}
