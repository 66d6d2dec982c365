package dev.ariadne.background;

/**
 * The work of a background task.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface BackgroundTask {

    /**
     * Does the work of one run for one account. Called on a thread of its own, on which
     * {@link dev.ariadne.Ariadne#current()} is that account; never twice at a time for one account, unless the bean is
     * run for several accounts, which run concurrently.
     *
     * @param context the run
     * @throws Exception to tell that the run failed; it may be run again
     */
    void run(BackgroundContext context) throws Exception;

}
