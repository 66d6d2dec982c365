package dev.ariadne.background;

import java.time.Duration;

import dev.ariadne.Ariadne;

/**
 * One run of a background task. May be used from any thread.
 *
 * @since 0.1.0
 */
public interface BackgroundContext {

    /**
     * Returns the account that the task runs for.
     */
    Ariadne ariadne();

    /**
     * Returns the name of the task.
     */
    String taskName();

    /**
     * Returns the number of this run, counted from 1 at each launch of the account.
     */
    int run();

    /**
     * Tells whether the run may go on: false as soon as the task is to stop.
     */
    boolean isActive();

    /**
     * Tells that the run is getting on. A run that does not tell so for longer than its task's {@code stuckAfter} is
     * reported, and ended if the task says so. Cheap; does nothing for a task without {@code stuckAfter}.
     */
    void progress();

    /**
     * Waits for a while. That is no {@link #progress()}.
     *
     * @param time how long; zero or less only looks whether the task is to stop
     * @throws InterruptedException as soon as the task is to stop, whichever its {@link OnStop}, or when the thread is
     * interrupted
     */
    void sleep(Duration time) throws InterruptedException;

}
