package dev.ariadne.background;

/**
 * How long a background task lives.
 *
 * @since 0.1.0
 */
public enum BackgroundScope {

    /** Once per account, from the account's launch to its shutdown, whether it is online or not. */
    ACCOUNT,

    /** Once per account, only while it is online: cancelled when it goes offline, run anew when it is back. */
    CONNECTION,

    /**
     * Once per application, from its launch to its shutdown, bound to the default account. If that is removed, it is
     * stopped and begins anew for the next default account.
     */
    APPLICATION

}
