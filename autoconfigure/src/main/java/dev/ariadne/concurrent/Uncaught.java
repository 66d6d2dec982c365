package dev.ariadne.concurrent;

/**
 * The last resort for what is thrown where the thread has to go on, and the log is what has failed.
 *
 * @since 0.1.0
 */
public final class Uncaught {

    private Uncaught() {
    }

    /** Tells the calling thread's handler of uncaught exceptions; the JDK's writes to the standard error. */
    public static void tell(Throwable failure) {
        Thread thread = Thread.currentThread();
        thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
    }

}
