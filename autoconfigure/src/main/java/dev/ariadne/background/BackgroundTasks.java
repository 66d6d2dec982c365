package dev.ariadne.background;

import java.util.NoSuchElementException;

/**
 * Adds background tasks by code. A bean.
 * <p>
 * A task may be added before the application has started, and while it runs: then it starts at once for every account
 * that has been launched. It lives as long as the application context, over stops and starts of it and of accounts.
 *
 * @since 0.1.0
 */
public interface BackgroundTasks {

    /**
     * Adds a task for each account, with the default settings.
     *
     * @param name its name, unique in the application
     * @param task its work, called concurrently for several accounts
     * @throws IllegalArgumentException if the name is taken
     */
    BackgroundTaskHandle add(String name, BackgroundTask task);

    /**
     * Adds a task.
     *
     * @throws IllegalArgumentException if its name is taken, or it names an account that does not exist
     */
    BackgroundTaskHandle add(BackgroundTaskDefinition definition);

    /**
     * Cancels a task like {@link BackgroundTaskHandle#cancel()} and forgets it: its name can be given to another one, and
     * its handle cannot restart it. Returns at once; {@link BackgroundTaskHandle#await()} tells when its last run has
     * ended.
     *
     * @param name the name of a task that was added, or found at a bean
     * @throws NoSuchElementException if there is no task with that name
     */
    void remove(String name);

}
