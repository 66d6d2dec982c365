package dev.ariadne.background;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The failure of a run, kept without what it held on to.
 *
 * @param type the name of the class of what was thrown
 * @param message its message
 * @param at when the run ended
 * @since 0.1.0
 */
public record BackgroundTaskFailure(String type, @Nullable String message, Instant at) {

    static BackgroundTaskFailure of(Throwable failure, Instant at) {
        return new BackgroundTaskFailure(failure.getClass().getName(), failure.getMessage(), at);
    }

}
