package dev.ariadne.event;

/**
 * Why an account is no longer online.
 *
 * @since 0.1.0
 */
public enum OfflineReason {

    /** The link to the platform was lost. */
    CONNECTION_LOST,

    /** The link is up, but the platform says that the account is not logged in. */
    LOGGED_OUT,

    /** The account was stopped on purpose, alone or with the application. */
    STOPPED

}
