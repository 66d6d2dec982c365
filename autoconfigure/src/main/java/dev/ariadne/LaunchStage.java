package dev.ariadne;

/**
 * The stages of a launch, named after those of Ariadne's launch manager.
 *
 * @since 0.1.0
 */
public enum LaunchStage {

    /** Starting up: the application has not been launched yet. */
    PREPARING,

    /** Launched, and running until it is told to stop. */
    BLOCKING,

    /** Stopping: tasks are ending and links are being closed. */
    CLEANING,

    /** Over. */
    FINISHED;

    /**
     * Tells whether the launch has not begun to end: true while {@link #PREPARING} or {@link #BLOCKING}.
     */
    public boolean isRunning() {
        return this == PREPARING || this == BLOCKING;
    }

}
