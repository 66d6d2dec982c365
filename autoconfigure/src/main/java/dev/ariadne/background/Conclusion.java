package dev.ariadne.background;

import java.time.Duration;

import dev.ariadne.background.BackgroundTaskObserver.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended.
 *
 * @param state what became of its task
 * @param outcome how it ended, or null if it never began or had been given up
 * @param lasted how long its code ran
 * @param failure what it threw
 * @param delay how long it is until the next run, if one is expected without being asked for
 * @param newFailure whether this failure has not been told of in full yet
 */
record Conclusion(BackgroundTaskState state, @Nullable Outcome outcome, Duration lasted, @Nullable Throwable failure,
        @Nullable Duration delay, boolean newFailure) {

}
