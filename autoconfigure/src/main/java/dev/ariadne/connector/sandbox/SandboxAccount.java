package dev.ariadne.connector.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

import dev.ariadne.call.Call;

/**
 * The other side of one account in the sandbox. May be used from any thread.
 *
 * @since 0.1.0
 */
public interface SandboxAccount {

    /**
     * A friend sends a message to the account. What is said before the account connects for the first time is
     * delivered when it does; what is said while the account is offline is lost, as it is on a real platform.
     *
     * @param friendId the id of the friend; the nickname is made from it
     * @param text what the friend says
     */
    void friendSays(long friendId, String text);

    /**
     * A member sends a message in a group, under the same conditions as {@link #friendSays}.
     *
     * @param groupId the id of the group; its name is made from it
     * @param memberId the id of the member; the name is made from it
     * @param text what the member says
     */
    void groupMemberSays(long groupId, long memberId, String text);

    /**
     * Drops the link, and refuses new ones until {@link #goOnline()}.
     */
    void goOffline();

    /**
     * Accepts links again. An account that waits for its next attempt makes it at once.
     */
    void goOnline();

    /**
     * Returns what the account has sent, the oldest first: a snapshot.
     */
    List<SentMessage> sent();

    /**
     * Returns the oldest sent message that no call of this method has returned yet, and waits for one if there is none.
     *
     * @param timeout how long to wait
     * @throws IllegalStateException if nothing is sent in that time
     * @throws InterruptedException if the thread is interrupted
     */
    SentMessage awaitSent(Duration timeout) throws InterruptedException;

    /**
     * Returns all calls that the account has made, the oldest first: a snapshot. Those that were refused are among
     * them.
     */
    List<Call<?>> calls();

    /**
     * Answers all further calls of a type. Without that the sandbox answers what it can know: sends, and other calls
     * that change something, succeed and are seen in {@link #calls()}; lists, members and messages are those of the
     * people who have said something here. The rest, such as profiles, files and uploads, is refused by an
     * {@link dev.ariadne.UnsupportedCallException}.
     *
     * @param type the type of call, such as {@code ContactCall.BotProfile.class}
     * @param answer makes the answer, on the thread that makes the call; what it throws is thrown to the caller if it
     * is a {@link dev.ariadne.CallFailedException}, and counts as a failure of the sandbox if not
     */
    <R, C extends Call<R>> void answer(Class<C> type, Function<C, R> answer);

}
