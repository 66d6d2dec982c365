package dev.ariadne.background;

/**
 * What was asked for by hand, over launches of accounts.
 */
enum Wish {

    /** That the task runs. */
    RUN,

    /** That it rests until somebody resumes it. */
    PAUSE,

    /** That it does not run any more, unless somebody restarts it. */
    CANCEL,

    /** That it does not run any more. */
    REMOVE;

    /** Returns what is wished after a further wish: a cancelled task neither pauses nor resumes. */
    Wish then(Wish next) {
        return isCancel() ? this : next;
    }

    boolean isCancel() {
        return this == CANCEL || this == REMOVE;
    }

}
