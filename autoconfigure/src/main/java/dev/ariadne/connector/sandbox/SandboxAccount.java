package dev.ariadne.connector.sandbox;

import java.time.Duration;
import java.util.List;

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

}
