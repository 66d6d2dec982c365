package dev.ariadne.event;

import java.util.List;

import dev.ariadne.Ariadne;

/**
 * A background task was told to stop, and was still alive after the deadline. It is abandoned: nobody waits for it any
 * longer. Published by a thread of its own, one task after the other; the stop goes on when the listeners have returned,
 * but waits for them no longer than two seconds altogether.
 *
 * @since 0.1.0
 */
public class BackgroundTaskUnstoppedEvent extends BackgroundTaskEvent {

    private final List<StackTraceElement> stackTrace;

    public BackgroundTaskUnstoppedEvent(Ariadne ariadne, String taskName, int run,
            List<StackTraceElement> stackTrace) {
        super(ariadne, taskName, run);
        this.stackTrace = List.copyOf(stackTrace);
    }

    /**
     * Returns what its thread was doing at the deadline; empty if the run had no thread yet, or if so many runs did not
     * stop that to look at each would have held up the end.
     */
    public List<StackTraceElement> getStackTrace() {
        return this.stackTrace;
    }

}
