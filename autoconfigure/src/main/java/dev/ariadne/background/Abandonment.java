package dev.ariadne.background;

import dev.ariadne.event.BackgroundTaskUnstoppedEvent;
import org.jspecify.annotations.Nullable;

/**
 * A run that was given up. It is told of when all the others that did not end in time have been given up, too.
 *
 * @param supervisor whose run it is
 * @param run the run
 * @param ended whether its code has returned, and only a listener that is told so has not
 */
record Abandonment(Supervisor supervisor, Run run, boolean ended) {

    /**
     * Tells all but the listeners.
     *
     * @return what the listeners are to be told, or null if nothing
     */
    @Nullable BackgroundTaskUnstoppedEvent tell(boolean withStack) {
        Announcer announcer = this.supervisor.supervision().announcer();
        Thread thread = withStack ? this.run.thread : null;
        if (this.ended) {
            announcer.stillBeingTold(this.run.ariadne(), this.run.taskName(), thread);
            return null;
        }
        return announcer.unstopped(this.run.ariadne(), this.run.taskName(), this.run.number, thread);
    }

    /** Lets go those who wait for the task to be settled. */
    void complete() {
        this.supervisor.complete();
    }

}
