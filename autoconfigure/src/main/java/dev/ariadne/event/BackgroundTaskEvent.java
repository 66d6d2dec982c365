package dev.ariadne.event;

import dev.ariadne.Ariadne;

/**
 * A change in the life of one background task of one account. Its listeners run on the thread of the task's run, if it
 * is a run that tells of it.
 *
 * @since 0.1.0
 */
public abstract class BackgroundTaskEvent extends AriadneLifecycleEvent {

    private final String taskName;

    private final int run;

    protected BackgroundTaskEvent(Ariadne ariadne, String taskName, int run) {
        super(ariadne);
        this.taskName = taskName;
        this.run = run;
    }

    /**
     * Returns the name of the task.
     */
    public String getTaskName() {
        return this.taskName;
    }

    /**
     * Returns the number of the task's latest run, counted from 1; 0 if it has never run.
     */
    public int getRun() {
        return this.run;
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + "[account=" + getAriadne().name() + ", task=" + this.taskName + ", run="
                + this.run + "]";
    }

}
