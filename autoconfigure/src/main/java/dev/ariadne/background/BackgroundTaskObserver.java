package dev.ariadne.background;

import java.time.Duration;

import dev.ariadne.Ariadne;

/**
 * Sees what becomes of background tasks, to count and measure it. A bean; there may be several.
 * <p>
 * Called where it happens, before the event that tells of it is published: on the thread of the run, of the scheduler,
 * or of the one that stops the tasks, hence quick, from several threads at a time, and without blocking. What it throws
 * is logged and changes nothing.
 *
 * @since 0.1.0
 */
public interface BackgroundTaskObserver {

    /** Sees nothing. */
    BackgroundTaskObserver NONE = new BackgroundTaskObserver() {
    };

    /**
     * A run has ended. Not called for one that was abandoned before, see {@link #unstopped}.
     *
     * @param ariadne the account
     * @param task the name of the task
     * @param outcome how it ended
     * @param duration how long its code ran
     */
    default void runEnded(Ariadne ariadne, String task, Outcome outcome, Duration duration) {
    }

    /**
     * The back-off after a run is over: the next one begins.
     *
     * @param ariadne the account
     * @param task the name of the task
     */
    default void restarted(Ariadne ariadne, String task) {
    }

    /**
     * The restarts of a task are used up.
     *
     * @param ariadne the account
     * @param task the name of the task
     */
    default void parked(Ariadne ariadne, String task) {
    }

    /**
     * A run that was told to stop was still alive after the deadline, and is abandoned.
     *
     * @param ariadne the account
     * @param task the name of the task
     */
    default void unstopped(Ariadne ariadne, String task) {
    }

    /**
     * A run has shown no progress for longer than it may. Called once per stall.
     *
     * @param ariadne the account
     * @param task the name of the task
     */
    default void stuck(Ariadne ariadne, String task) {
    }

    /**
     * How a run ended.
     */
    enum Outcome {

        /** It returned on its own. */
        COMPLETED,

        /** It threw, although nobody had told it to stop. */
        FAILED,

        /** It was told to stop, and ended. */
        CANCELLED

    }

}
