package dev.ariadne.background;

import java.util.concurrent.ThreadFactory;

import dev.ariadne.Accounts;
import dev.ariadne.Ariadne;
import dev.ariadne.concurrent.OwnThreads;
import dev.ariadne.concurrent.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What all supervisors of one start of the application share.
 *
 * @param settings how tasks are run
 * @param threads makes a thread for each run
 * @param scheduler the time
 * @param announcer tells the world what happens
 * @param accounts where an account is stopped
 * @param stopper how the application is stopped
 * @param interceptor stands around the code of each run
 * @param locks what guards the supervisors
 */
record Supervision(BackgroundSettings settings, ThreadFactory threads, Scheduler scheduler, Announcer announcer,
        Accounts accounts, ApplicationStopper stopper, RunInterceptor interceptor, SharedLocks locks) {

    private static final Logger logger = LoggerFactory.getLogger(Supervision.class);

    /** Does what is to be done, beyond parking it, when a task of the account has used up its restarts. */
    void exhausted(Ariadne ariadne, RestartSettings settings) {
        switch (settings.onExhausted()) {
            case PARK -> {
            }
            case STOP_ACCOUNT -> onLastingThread("ariadne-stop-" + ariadne.name(),
                    () -> this.accounts.stop(ariadne.name()));
            case STOP_APPLICATION -> onLastingThread("ariadne-stop-application", this.stopper::stop);
        }
    }

    private static void onLastingThread(String name, Runnable action) {
        // Not a daemon, so that the process does not end in the middle of the stop.
        OwnThreads.lasting(name, () -> logFailure(action));
    }

    private static void logFailure(Runnable action) {
        try {
            action.run();
        }
        catch (RuntimeException | Error ex) {
            logger.error("What was to be stopped because of a background task could not be", ex);
        }
    }

}
