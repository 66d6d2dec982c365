package dev.ariadne.event;

import dev.ariadne.Ariadne;

/**
 * A background task has ended and will not run again during this launch of its account, unless somebody asks for it. A
 * task that lives as long as a connection and has ended on its own, or by a failure, runs again with the next one.
 *
 * @since 0.1.0
 */
public class BackgroundTaskEndedEvent extends BackgroundTaskEvent {

    private final Outcome outcome;

    public BackgroundTaskEndedEvent(Ariadne ariadne, String taskName, int run, Outcome outcome) {
        super(ariadne, taskName, run);
        this.outcome = outcome;
    }

    /**
     * Returns how it ended.
     */
    public Outcome getOutcome() {
        return this.outcome;
    }

    /**
     * How a task ended.
     */
    public enum Outcome {

        /** Its last run returned on its own. */
        COMPLETED,

        /** It was told to stop, and did. */
        CANCELLED,

        /** Its last run failed, and its policy does not restart it. */
        FAILED

    }

}
