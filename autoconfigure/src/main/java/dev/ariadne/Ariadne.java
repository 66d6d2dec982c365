package dev.ariadne;

import java.util.NoSuchElementException;

import dev.ariadne.call.Call;

/**
 * The handle of one account: who it is, how it is, and the calls it can make.
 * <p>
 * There is one handle per configured account for the life of the application context; it may be kept, compared by
 * identity and used from any thread. It stays valid while its account is offline, stopped or started again.
 *
 * <h2>Calls</h2>
 * Every call blocks the calling thread until the platform has answered, and reacts to interruption by a
 * {@link CallInterruptedException} with the thread's interrupt status set. A call made while the account is offline
 * waits for its link; waiting and answer together take at most {@code ariadne.call-timeout}. A failed call throws a
 * subclass of {@link CallFailedException} that names the account and the call, and says how to mend it; it tells
 * {@link CallFailedException#isRetryable() whether to try again} and {@link CallFailedException#getEffect() what is
 * known about its effect}. The calls are declared by theme in the interfaces that this one extends.
 *
 * @since 0.1.0
 */
public interface Ariadne extends MessageCalls, ContactCalls, GroupCalls, FileCalls, AnnouncementCalls, UploadCalls,
        CommandCalls, ServerCalls {

    /**
     * Returns the account that is bound to the running thread: the account whose event a listener is handling, or the
     * one that a background task runs for.
     *
     * @throws IllegalStateException if no account is bound to the thread
     */
    static Ariadne current() {
        return CurrentAriadne.require();
    }

    /**
     * Returns the account with the given id, of the same application as {@link #current()}.
     *
     * @throws IllegalStateException if no account is bound to the thread
     * @throws NoSuchElementException if the application has no account with that id
     */
    static Ariadne current(long id) {
        return current().accounts().get(id);
    }

    /**
     * Returns the account with the given name, of the same application as {@link #current()}.
     *
     * @throws IllegalStateException if no account is bound to the thread
     * @throws NoSuchElementException if the application has no account with that name
     */
    static Ariadne current(String name) {
        return current().accounts().get(name);
    }

    /**
     * Returns the name of the account: its key below {@code ariadne.accounts}.
     */
    String name();

    /**
     * Returns the numeric id of the account on its platform (the QQ number).
     */
    long id();

    /**
     * Returns how the account is at this moment.
     */
    AccountStatus status();

    /**
     * Returns how far the launch of this account has come. Its stage is what a loop by hand asks for:
     * {@code while (ariadne.launchStatus().stage().isRunning())}. It leaves the running stages as soon as the
     * application or this account begins to stop.
     */
    LaunchStatus launchStatus();

    /**
     * Returns all accounts of the application that this account belongs to.
     */
    Accounts accounts();

    /**
     * Returns the same calls without waiting for them.
     */
    AsyncAriadne async();

    /**
     * Makes a call that is given as a value. The other methods are short for this one; it is there for
     * {@link dev.ariadne.call.CustomCall calls that have no method yet}.
     *
     * @param call the call
     * @return its answer
     * @throws CallFailedException if it failed
     */
    @Override
    <R> R call(Call<R> call);

}
