package dev.ariadne.event;

/**
 * Why an account was shut down.
 *
 * @since 0.1.0
 */
public enum ShutdownReason {

    /** The application is stopping. */
    APPLICATION_STOPPED,

    /** The account was stopped alone. */
    ACCOUNT_STOPPED,

    /** The account was removed. */
    ACCOUNT_REMOVED

}
