package dev.ariadne.account;

import java.util.concurrent.CompletionStage;

import dev.ariadne.Ariadne;

/**
 * Something that lives along with each account, such as its background tasks. The methods are called for one account
 * one after the other, in the order in which things happened, after the listeners of the corresponding event have
 * returned, on a thread that may block for a moment.
 *
 * @since 0.1.0
 */
public interface AccountCompanion {

    /**
     * The application has been launched. Follows the {@code ApplicationLaunchedEvent}, before any account connects;
     * comes at once, on the thread that joins, if it had been launched before this companion joined.
     *
     * @param ariadne the default account at that time
     */
    default void applicationLaunched(Ariadne ariadne) {
    }

    /**
     * The account has been launched. Follows the {@code AccountLaunchedEvent}; comes at once for accounts that had
     * been launched before this companion joined.
     */
    void launched(Ariadne ariadne);

    /**
     * The account has become online. Follows {@link #launched}.
     */
    void online(Ariadne ariadne);

    /**
     * The account is no longer online, but has not been stopped.
     */
    void offline(Ariadne ariadne);

    /**
     * The account is to stop. May come without {@link #launched}, and while another method of this companion is
     * being called for the same account; nothing else comes for the account after it until it is launched again.
     *
     * @return completed when nothing of the account is running any more, or is known to be beyond stopping; the
     * {@code AccountShutdownEvent} waits for it
     */
    CompletionStage<?> stop(Ariadne ariadne);

    /**
     * The account has stopped and is forgotten. Another one may come by the same name.
     */
    default void removed(Ariadne ariadne) {
    }

}
