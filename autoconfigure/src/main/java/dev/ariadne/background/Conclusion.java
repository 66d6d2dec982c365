package dev.ariadne.background;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How a run ended.
 *
 * @param state what became of its task
 * @param failure what it threw
 * @param delay how long it is until the next run, if the task is backing off
 * @param newFailure whether this failure has not been told of in full yet
 */
record Conclusion(BackgroundTaskState state, @Nullable Throwable failure, @Nullable Duration delay,
        boolean newFailure) {

    Conclusion(BackgroundTaskState state, @Nullable Throwable failure) {
        this(state, failure, null, true);
    }

}
