package dev.ariadne.autoconfigure.metrics;

import dev.ariadne.Ariadne;
import dev.ariadne.background.BackgroundTaskObserver.Outcome;
import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

/**
 * What an observation knows of a run of a background task.
 *
 * @since 0.1.0
 */
public class BackgroundRunObservationContext extends Observation.Context {

    private final Ariadne ariadne;

    private final String task;

    private final int run;

    private volatile @Nullable Outcome outcome;

    /**
     * Creates the context of a run that has not ended.
     *
     * @param ariadne the account
     * @param task the name of the task
     * @param run the number of the run, counted from 1
     */
    public BackgroundRunObservationContext(Ariadne ariadne, String task, int run) {
        this.ariadne = ariadne;
        this.task = task;
        this.run = run;
    }

    /**
     * Returns the account that the task runs for.
     */
    public Ariadne getAriadne() {
        return this.ariadne;
    }

    /**
     * Returns the name of the task.
     */
    public String getTask() {
        return this.task;
    }

    /**
     * Returns the number of the run, counted from 1.
     */
    public int getRun() {
        return this.run;
    }

    /**
     * Returns how the run ended, or null while it is under way.
     */
    public @Nullable Outcome getOutcome() {
        return this.outcome;
    }

    /**
     * Sets how the run ended.
     */
    public void setOutcome(Outcome outcome) {
        this.outcome = outcome;
    }

}
