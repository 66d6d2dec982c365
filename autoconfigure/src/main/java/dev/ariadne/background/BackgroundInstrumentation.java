package dev.ariadne.background;

/**
 * What others want to see of background tasks, and to put around them.
 *
 * @param observer sees what becomes of the tasks
 * @param interceptor stands around the code of each run
 * @since 0.1.0
 */
public record BackgroundInstrumentation(BackgroundTaskObserver observer, RunInterceptor interceptor) {

    /** Nothing. */
    public static final BackgroundInstrumentation NONE = new BackgroundInstrumentation(BackgroundTaskObserver.NONE,
            RunInterceptor.NONE);

}
