package dev.ariadne.background;

/**
 * The state of one background task of one account.
 *
 * @since 0.1.0
 */
public enum BackgroundTaskState {

    /**
     * Waits for its turn: for the account to be launched or to become online, for an earlier run to end, or for the
     * time that its trigger says.
     */
    WAITING,

    /** A run is under way. */
    RUNNING,

    /** The last run has failed, or was to be followed by another one at once; the next one is scheduled. */
    BACKING_OFF,

    /** Paused on purpose. */
    PAUSED,

    /** Told to stop, the run has not ended yet. */
    STOPPING,

    /** Ended on its own. */
    COMPLETED,

    /** Told to stop, and ended. */
    CANCELLED,

    /** Ended by a failure; its policy does not restart it. */
    FAILED,

    /** Its restarts are used up; it runs again when it is asked to. */
    PARKED,

    /** Told to stop, and still alive after the deadline. */
    UNSTOPPED;

    /**
     * Tells whether a task may go from this state to the next one.
     */
    public boolean canBecome(BackgroundTaskState next) {
        return switch (this) {
            case WAITING -> next == RUNNING || next == PAUSED || next == CANCELLED || next == UNSTOPPED;
            case RUNNING -> next == WAITING || next == STOPPING || next == BACKING_OFF || next == COMPLETED
                    || next == FAILED || next == PARKED;
            case STOPPING -> next == WAITING || next == BACKING_OFF || next == PAUSED || next == FAILED
                    || next == PARKED || next == CANCELLED || next == UNSTOPPED;
            case BACKING_OFF -> next == WAITING || next == PAUSED || next == CANCELLED || next == UNSTOPPED;
            case PAUSED, COMPLETED, FAILED, PARKED -> next == WAITING || next == CANCELLED || next == UNSTOPPED;
            case CANCELLED -> next == WAITING || next == UNSTOPPED;
            case UNSTOPPED -> next == CANCELLED;
        };
    }

    /**
     * Tells whether the task has ended: no run is under way, and none to be expected unless somebody asks for it.
     */
    public boolean isEnded() {
        return this == COMPLETED || this == CANCELLED || this == FAILED || this == PARKED;
    }

}
