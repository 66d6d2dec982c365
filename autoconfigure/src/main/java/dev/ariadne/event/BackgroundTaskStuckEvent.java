package dev.ariadne.event;

import java.time.Duration;
import java.util.List;

import dev.ariadne.Ariadne;

/**
 * A run of a background task has shown no progress for longer than it may. Published once per stall, by a thread of its
 * own; if the run is to be restarted, before it is told to stop, which waits for the listeners no longer than five
 * seconds.
 *
 * @since 0.1.0
 */
public class BackgroundTaskStuckEvent extends BackgroundTaskEvent {

    private final Duration stuckFor;

    private final List<StackTraceElement> stackTrace;

    public BackgroundTaskStuckEvent(Ariadne ariadne, String taskName, int run, Duration stuckFor,
            List<StackTraceElement> stackTrace) {
        super(ariadne, taskName, run);
        this.stuckFor = stuckFor;
        this.stackTrace = List.copyOf(stackTrace);
    }

    /**
     * Returns how long it has shown no progress.
     */
    public Duration getStuckFor() {
        return this.stuckFor;
    }

    /**
     * Returns what its thread was doing.
     */
    public List<StackTraceElement> getStackTrace() {
        return this.stackTrace;
    }

}
