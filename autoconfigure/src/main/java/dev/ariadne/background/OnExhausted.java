package dev.ariadne.background;

/**
 * What happens when the restarts of a task are used up. The task is parked in any case.
 *
 * @since 0.1.0
 */
public enum OnExhausted {

    /** Nothing else. */
    PARK,

    /** Its account is stopped. */
    STOP_ACCOUNT,

    /** The application is stopped. */
    STOP_APPLICATION

}
