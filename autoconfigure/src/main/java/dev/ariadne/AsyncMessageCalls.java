package dev.ariadne;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.ariadne.call.Call;
import dev.ariadne.call.Done;
import dev.ariadne.call.MessageCall;
import dev.ariadne.call.Recipient;
import dev.ariadne.call.StoredMessage;
import dev.ariadne.message.MessageChain;
import dev.ariadne.message.MessageReceipt;

/**
 * The calls about messages, without waiting for them.
 *
 * @see AsyncAriadne
 * @since 0.1.0
 */
public interface AsyncMessageCalls {

    /**
     * Makes a call that is given as a value.
     *
     * @see AsyncAriadne#call(Call)
     */
    <R> CompletableFuture<R> call(Call<R> call);

    /**
     * Sends a message to a friend, or to a stranger whom the account knows. A {@link dev.ariadne.message.Quote} in
     * the chain makes the message a reply.
     *
     * @see MessageCalls#sendFriendMessage(long, MessageChain)
     */
    default CompletableFuture<MessageReceipt> sendFriendMessage(long friendId, MessageChain message) {
        return call(new MessageCall.SendFriendMessage(friendId, message));
    }

    /**
     * Sends a message to a group. A {@link dev.ariadne.message.Quote} in the chain makes the message a reply.
     *
     * @see MessageCalls#sendGroupMessage(long, MessageChain)
     */
    default CompletableFuture<MessageReceipt> sendGroupMessage(long groupId, MessageChain message) {
        return call(new MessageCall.SendGroupMessage(groupId, message));
    }

    /**
     * Sends a message to a member of a group who need not be a friend. A {@link dev.ariadne.message.Quote} in the
     * chain makes the message a reply.
     *
     * @see MessageCalls#sendTempMessage(long, long, MessageChain)
     */
    default CompletableFuture<MessageReceipt> sendTempMessage(long groupId, long memberId, MessageChain message) {
        return call(new MessageCall.SendTempMessage(groupId, memberId, message));
    }

    /**
     * Sends a message to another client that the account is logged in on. mirai-api-http 2.10.0 refuses it always.
     *
     * @see MessageCalls#sendOtherClientMessage(long, MessageChain)
     */
    default CompletableFuture<MessageReceipt> sendOtherClientMessage(long clientId, MessageChain message) {
        return call(new MessageCall.SendOtherClientMessage(clientId, message));
    }

    /**
     * Sends a message of images that the platform's server fetches.
     *
     * @see MessageCalls#sendImageMessage(Recipient, List)
     */
    default CompletableFuture<List<String>> sendImageMessage(Recipient recipient, List<String> urls) {
        return call(new MessageCall.SendImageMessage(recipient, urls));
    }

    /**
     * Nudges a friend.
     *
     * @see MessageCalls#nudgeFriend(long)
     */
    default CompletableFuture<Done> nudgeFriend(long friendId) {
        return call(new MessageCall.SendNudge(Recipient.friend(friendId)));
    }

    /**
     * Nudges a member, in the group.
     *
     * @see MessageCalls#nudgeMember(long, long)
     */
    default CompletableFuture<Done> nudgeMember(long groupId, long memberId) {
        return call(new MessageCall.SendNudge(Recipient.member(groupId, memberId)));
    }

    /**
     * Nudges a stranger whom the account knows.
     *
     * @see MessageCalls#nudgeStranger(long)
     */
    default CompletableFuture<Done> nudgeStranger(long strangerId) {
        return call(new MessageCall.SendNudge(Recipient.stranger(strangerId)));
    }

    /**
     * Recalls a message: one of the account itself, or of a member with less permission than the account.
     *
     * @see MessageCalls#recall(long, long)
     */
    default CompletableFuture<Done> recall(long targetId, long messageId) {
        return call(new MessageCall.Recall(targetId, messageId));
    }

    /**
     * Recalls a message that this account has sent.
     *
     * @see MessageCalls#recall(MessageReceipt)
     */
    default CompletableFuture<Done> recall(MessageReceipt receipt) {
        return recall(receipt.targetId(), receipt.messageId());
    }

    /**
     * Makes a message one of its group's essential ones.
     *
     * @see MessageCalls#setEssence(long, long)
     */
    default CompletableFuture<Done> setEssence(long groupId, long messageId) {
        return call(new MessageCall.SetEssence(groupId, messageId));
    }

    /**
     * Asks for a message that the platform's server remembers: mirai-api-http the last 1024 or so of each account
     * (protocol notes 6).
     *
     * @see MessageCalls#messageFromId(long, long)
     */
    default CompletableFuture<StoredMessage> messageFromId(long targetId, long messageId) {
        return call(new MessageCall.MessageFromId(targetId, messageId));
    }

    /**
     * Asks for the messages of a conversation that the platform keeps. In a conversation with a friend the sender of
     * each is the friend, also of those that the account has sent (protocol notes 3, observed on 2.10.0).
     *
     * @see MessageCalls#roamingMessages(Recipient, Instant, Instant)
     */
    default CompletableFuture<List<StoredMessage>> roamingMessages(Recipient conversation, Instant from, Instant to) {
        return call(new MessageCall.RoamingMessages(conversation, from, to));
    }

}
