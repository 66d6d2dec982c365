package dev.ariadne.background;

import dev.ariadne.concurrent.SchedulerFactory;
import dev.ariadne.concurrent.SystemScheduler;

/**
 * What others want to see of background tasks, and to put around them.
 *
 * @param observer sees what becomes of the tasks
 * @param interceptor stands around the code of each run
 * @param schedulers where each start gets its time from
 * @since 0.1.0
 */
public record BackgroundInstrumentation(BackgroundTaskObserver observer, RunInterceptor interceptor,
        SchedulerFactory schedulers) {

    /** Nothing, in the time of the system. */
    public static final BackgroundInstrumentation NONE = new BackgroundInstrumentation(BackgroundTaskObserver.NONE,
            RunInterceptor.NONE, SystemScheduler::new);

}
