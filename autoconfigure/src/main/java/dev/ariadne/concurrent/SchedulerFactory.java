package dev.ariadne.concurrent;

/**
 * Makes the schedulers of the runtime: each start of the application takes new ones, and closes them when it ends. A
 * bean; a test may replace it to have time in its own hands.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface SchedulerFactory {

    /**
     * Returns a new scheduler. The caller closes it.
     *
     * @param threadName the name of its thread, if it has one
     */
    Scheduler create(String threadName);

}
