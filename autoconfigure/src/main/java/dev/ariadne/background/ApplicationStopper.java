package dev.ariadne.background;

/**
 * Stops the application, when a background task has used up its restarts and {@link OnExhausted#STOP_APPLICATION} says
 * so.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ApplicationStopper {

    /**
     * Stops the application. Called on a thread of its own, not a daemon, that belongs to no account; may block until
     * the application has stopped.
     */
    void stop();

}
