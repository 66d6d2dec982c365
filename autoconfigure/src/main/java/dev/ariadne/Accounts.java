package dev.ariadne;

import java.util.NoSuchElementException;

/**
 * The accounts of one application: those configured below {@code ariadne.accounts}, and those added since. A bean.
 * <p>
 * All methods may be called from any thread. Iteration is over a snapshot, in the order of configuration.
 *
 * @since 0.1.0
 */
public interface Accounts extends Iterable<Ariadne> {

    /**
     * Returns the account with the given name.
     *
     * @throws NoSuchElementException if there is none; the message lists those there are
     */
    Ariadne get(String name);

    /**
     * Returns the account with the given id.
     *
     * @throws NoSuchElementException if there is none; the message lists those there are
     */
    Ariadne get(long id);

    /**
     * Returns the default account: {@code ariadne.default-account}, or the only one; if that has been removed, the one
     * that was added next.
     *
     * @throws NoSuchElementException if there is no account
     */
    Ariadne getDefault();

    /**
     * Adds an account and, if the application is running, starts it as if it had been configured. If it is the first
     * account since the start, the application is launched by it: its {@code ApplicationLaunchedEvent} is published
     * before this method returns.
     *
     * @param name its name, not taken yet
     * @param settings its id, not taken yet, and the settings of its connector
     * @return the new account
     * @throws IllegalArgumentException if the name or the id is taken, or no connector knows the settings
     */
    Ariadne add(String name, AccountSettings settings);

    /**
     * Stops an account like {@link #stop(String)} and forgets it. It cannot be started any more.
     *
     * @throws NoSuchElementException if there is no such account
     * @throws IllegalStateException if it is the default account and others are left that need one
     */
    void remove(String name);

    /**
     * Starts an account that is stopped, or lets a parked one try again. Returns at once; the account connects in the
     * background. Does nothing if the account is started already.
     *
     * @throws NoSuchElementException if there is no such account
     * @throws IllegalStateException if the application is not running, or the account is being removed
     */
    void start(String name);

    /**
     * Stops an account: ends its tasks, publishes its shutdown event and closes its link. Returns when that is done,
     * or at once if called by a listener or a task of that very account, which could not end while it waits. Does
     * nothing if the account is stopped already.
     *
     * @throws NoSuchElementException if there is no such account
     */
    void stop(String name);

}
