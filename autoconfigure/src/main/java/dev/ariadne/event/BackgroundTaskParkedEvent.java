package dev.ariadne.event;

import dev.ariadne.Ariadne;

/**
 * A background task has used up its restarts and is not run again until somebody asks for it.
 *
 * @since 0.1.0
 */
public class BackgroundTaskParkedEvent extends BackgroundTaskEvent {

    private final Throwable cause;

    public BackgroundTaskParkedEvent(Ariadne ariadne, String taskName, int run, Throwable cause) {
        super(ariadne, taskName, run);
        this.cause = cause;
    }

    /**
     * Returns what the last run threw.
     */
    public Throwable getCause() {
        return this.cause;
    }

}
