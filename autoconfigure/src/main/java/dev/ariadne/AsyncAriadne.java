package dev.ariadne;

import java.util.concurrent.CompletableFuture;

import dev.ariadne.call.Call;
import dev.ariadne.call.Done;
import dev.ariadne.call.MessageCall;
import dev.ariadne.message.MessageChain;
import dev.ariadne.message.MessageReceipt;

/**
 * The calls of an account, without waiting for them.
 * <p>
 * Every call returns at once. Its future completes as the method of the same name in {@link Ariadne} returns or throws,
 * within {@code ariadne.call-timeout} and on a thread of the account's listeners, where what depends on it may block.
 * To cancel the future gives up waiting: a call that has not been sent is then not sent, and the answer of one that has
 * is dropped.
 *
 * @since 0.1.0
 */
public interface AsyncAriadne {

    /**
     * Makes a call that is given as a value.
     *
     * @see Ariadne#call(Call)
     */
    <R> CompletableFuture<R> call(Call<R> call);

    /**
     * Sends a message to a friend.
     *
     * @see Ariadne#sendFriendMessage(long, MessageChain)
     */
    default CompletableFuture<MessageReceipt> sendFriendMessage(long friendId, MessageChain message) {
        return call(new MessageCall.SendFriendMessage(friendId, message));
    }

    /**
     * Sends a message to a group.
     *
     * @see Ariadne#sendGroupMessage(long, MessageChain)
     */
    default CompletableFuture<MessageReceipt> sendGroupMessage(long groupId, MessageChain message) {
        return call(new MessageCall.SendGroupMessage(groupId, message));
    }

    /**
     * Sends a message to a group's member outside of the group.
     *
     * @see Ariadne#sendTempMessage(long, long, MessageChain)
     */
    default CompletableFuture<MessageReceipt> sendTempMessage(long groupId, long memberId, MessageChain message) {
        return call(new MessageCall.SendTempMessage(groupId, memberId, message));
    }

    /**
     * Recalls a message.
     *
     * @see Ariadne#recall(long, long)
     */
    default CompletableFuture<Done> recall(long targetId, long messageId) {
        return call(new MessageCall.Recall(targetId, messageId));
    }

}
