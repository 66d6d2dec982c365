package dev.ariadne;

/**
 * How an account is. The states of one start of an account; a start begins at {@link #NEW}.
 *
 * @since 0.1.0
 */
public enum AccountStatus {

    /** Not started yet. */
    NEW,

    /** An attempt to connect is under way. */
    CONNECTING,

    /** The link is up and the account is logged in. */
    ONLINE,

    /** The link is down and waits for the next attempt, or the platform says that the account is not logged in. */
    OFFLINE,

    /**
     * Given up, because to try again cannot help (a wrong key) and the account has not been online since its start, or
     * because the attempts are used up.
     */
    PARKED,

    /** Stopped on purpose: with the application, or by {@link Accounts#stop(String)} or {@link Accounts#remove(String)}. */
    STOPPED;

    /**
     * Tells whether an account may go from this status to the next one.
     */
    public boolean canBecome(AccountStatus next) {
        return switch (this) {
            case NEW -> next == CONNECTING || next == STOPPED;
            case CONNECTING -> next == ONLINE || next == OFFLINE || next == PARKED || next == STOPPED;
            case ONLINE -> next == OFFLINE || next == STOPPED;
            case OFFLINE -> next == CONNECTING || next == ONLINE || next == PARKED || next == STOPPED;
            case PARKED -> next == CONNECTING || next == STOPPED;
            case STOPPED -> false;
        };
    }

}
