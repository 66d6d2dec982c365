package dev.ariadne.background;

import java.time.Duration;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * A task that was added by code, over all its accounts.
 * <p>
 * An action concerns the task of every account; {@link #account(String)} narrows the handle to one. Actions return at
 * once, may be repeated, and do nothing where they make no sense, such as pausing a task that has ended. May be used
 * from any thread.
 *
 * @since 0.1.0
 */
public interface BackgroundTaskHandle {

    /**
     * Returns the name of the task.
     */
    String name();

    /**
     * Returns the state of the task. Over several accounts, the one that asks for most attention: the first of
     * {@code UNSTOPPED, PARKED, FAILED, BACKING_OFF, STOPPING, RUNNING, PAUSED, WAITING, CANCELLED, COMPLETED} that
     * any account's task is in; {@code WAITING} while there is none.
     */
    BackgroundTaskState state();

    /**
     * Returns the state of the task for each account that it has been started for, by the account's name. A snapshot.
     */
    Map<String, BackgroundTaskState> states();

    /**
     * Returns a handle of the same task that concerns one account only.
     *
     * @throws NoSuchElementException if the application has no such account
     */
    BackgroundTaskHandle account(String account);

    /**
     * Ends the task for good: a run that is under way is stopped as its {@link OnStop} says, and accounts that are
     * launched later do not get it any more.
     */
    void cancel();

    /**
     * Stops a run that is under way and starts none, until {@link #resume()}.
     */
    void pause();

    /**
     * Ends a pause: begins a new run; of a task with a {@link Trigger}, when the next one is due.
     */
    void resume();

    /**
     * Stops a run that is under way and begins a new one, with a fresh budget of restarts. Also wakes a task that is
     * backing off, paused, parked, failed, completed or cancelled.
     */
    void restart();

    /**
     * Waits until no run is under way or to be expected: until the task has ended for every account.
     *
     * @throws InterruptedException if the thread is interrupted
     */
    void await() throws InterruptedException;

    /**
     * Waits like {@link #await()}, but not longer than the given time.
     *
     * @return whether the task has ended
     * @throws InterruptedException if the thread is interrupted
     */
    boolean await(Duration timeout) throws InterruptedException;

}
