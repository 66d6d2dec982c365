package dev.ariadne.background;

/**
 * Which end of a run is followed by another run.
 *
 * @since 0.1.0
 */
public enum RestartPolicy {

    /** None. */
    NEVER,

    /** A failure. */
    ON_FAILURE,

    /** A failure, and also the end of a run that returned on its own. */
    ALWAYS

}
