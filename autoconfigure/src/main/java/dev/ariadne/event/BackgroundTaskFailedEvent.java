package dev.ariadne.event;

import java.time.Duration;

import dev.ariadne.Ariadne;
import org.jspecify.annotations.Nullable;

/**
 * A run of a background task has failed: it threw, or ended by an interruption or cancellation that nobody had asked
 * for.
 *
 * @since 0.1.0
 */
public class BackgroundTaskFailedEvent extends BackgroundTaskEvent {

    private final Throwable cause;

    private final @Nullable Duration delay;

    public BackgroundTaskFailedEvent(Ariadne ariadne, String taskName, int run, Throwable cause,
            @Nullable Duration delay) {
        super(ariadne, taskName, run);
        this.cause = cause;
        this.delay = delay;
    }

    /**
     * Returns what the run threw.
     */
    public Throwable getCause() {
        return this.cause;
    }

    /**
     * Returns how long it is until the next run, or null if there will be none.
     */
    public @Nullable Duration getDelay() {
        return this.delay;
    }

}
