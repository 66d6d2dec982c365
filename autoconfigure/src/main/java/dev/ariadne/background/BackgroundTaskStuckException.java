package dev.ariadne.background;

import java.time.Duration;

/**
 * A run was ended, because it had shown no progress for too long: the cause of its failure. Its stack trace is that of
 * the run's thread.
 *
 * @since 0.1.0
 */
public final class BackgroundTaskStuckException extends RuntimeException {

    /**
     * Creates an exception.
     *
     * @param limit how long the run may show no progress
     * @param stackTrace what its thread was doing
     */
    public BackgroundTaskStuckException(Duration limit, StackTraceElement[] stackTrace) {
        super("The run showed no progress for more than " + limit);
        setStackTrace(stackTrace);
    }

}
