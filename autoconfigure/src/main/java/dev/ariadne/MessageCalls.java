package dev.ariadne;

import java.time.Instant;
import java.util.List;

import dev.ariadne.call.Call;
import dev.ariadne.call.MessageCall;
import dev.ariadne.call.Recipient;
import dev.ariadne.call.StoredMessage;
import dev.ariadne.message.MessageChain;
import dev.ariadne.message.MessageReceipt;

/**
 * The calls about messages.
 *
 * @see Ariadne
 * @since 0.1.0
 */
public interface MessageCalls {

    /**
     * Makes a call that is given as a value.
     *
     * @see Ariadne#call(Call)
     */
    <R> R call(Call<R> call);

    /**
     * Sends a message to a friend, or to a stranger whom the account knows. A {@link dev.ariadne.message.Quote} in
     * the chain makes the message a reply.
     *
     * @param friendId the id of the friend or stranger
     * @param message what to send, not empty
     * @return which message it became
     * @throws CallFailedException if the message was not sent
     */
    default MessageReceipt sendFriendMessage(long friendId, MessageChain message) {
        return call(new MessageCall.SendFriendMessage(friendId, message));
    }

    /**
     * Sends a message to a group. A {@link dev.ariadne.message.Quote} in the chain makes the message a reply.
     *
     * @param groupId the id of the group
     * @param message what to send, not empty
     * @return which message it became
     * @throws CallFailedException if the message was not sent
     */
    default MessageReceipt sendGroupMessage(long groupId, MessageChain message) {
        return call(new MessageCall.SendGroupMessage(groupId, message));
    }

    /**
     * Sends a message to a member of a group who need not be a friend. A {@link dev.ariadne.message.Quote} in the
     * chain makes the message a reply.
     *
     * @param groupId the id of the group that both are in
     * @param memberId the id of the member
     * @param message what to send, not empty
     * @return which message it became
     * @throws CallFailedException if the message was not sent
     */
    default MessageReceipt sendTempMessage(long groupId, long memberId, MessageChain message) {
        return call(new MessageCall.SendTempMessage(groupId, memberId, message));
    }

    /**
     * Sends a message to another client that the account is logged in on. mirai-api-http 2.10.0 refuses it always.
     *
     * @param clientId the id of the client
     * @param message what to send, not empty
     * @return which message it became
     * @throws CallFailedException if the message was not sent
     */
    default MessageReceipt sendOtherClientMessage(long clientId, MessageChain message) {
        return call(new MessageCall.SendOtherClientMessage(clientId, message));
    }

    /**
     * Sends a message of images that the platform's server fetches.
     *
     * @param recipient the friend, group or member
     * @param urls where the platform's server fetches the images, at least one
     * @return the ids of the images, in their order
     * @throws CallFailedException if the message was not sent
     * @throws IllegalArgumentException if there is no URL, or it is for a stranger
     */
    default List<String> sendImageMessage(Recipient recipient, List<String> urls) {
        return call(new MessageCall.SendImageMessage(recipient, urls));
    }

    /**
     * Nudges a friend.
     *
     * @param friendId the id of the friend
     * @throws CallFailedException if the friend was not nudged
     */
    default void nudgeFriend(long friendId) {
        call(new MessageCall.SendNudge(Recipient.friend(friendId)));
    }

    /**
     * Nudges a member, in the group.
     *
     * @param groupId the id of the group
     * @param memberId the id of the member
     * @throws CallFailedException if the member was not nudged
     */
    default void nudgeMember(long groupId, long memberId) {
        call(new MessageCall.SendNudge(Recipient.member(groupId, memberId)));
    }

    /**
     * Nudges a stranger whom the account knows.
     *
     * @param strangerId the id of the stranger
     * @throws CallFailedException if the stranger was not nudged
     */
    default void nudgeStranger(long strangerId) {
        call(new MessageCall.SendNudge(Recipient.stranger(strangerId)));
    }

    /**
     * Recalls a message: one of the account itself, or of a member with less permission than the account. One to a
     * member or stranger who is no friend is a {@link TargetNotFoundException}: mirai-api-http looks for the target
     * among friends and groups only (read in the source of 2.10.0, not recorded).
     *
     * @param targetId the id of the friend or group to which the message was sent
     * @param messageId the id of the message
     * @throws CallFailedException if the message was not recalled
     */
    default void recall(long targetId, long messageId) {
        call(new MessageCall.Recall(targetId, messageId));
    }

    /**
     * Recalls a message that this account has sent to a friend or group; others cannot be recalled, see
     * {@link #recall(long, long)}.
     *
     * @param receipt what the sending of it returned
     * @throws CallFailedException if the message was not recalled
     */
    default void recall(MessageReceipt receipt) {
        recall(receipt.targetId(), receipt.messageId());
    }

    /**
     * Makes a message one of its group's essential ones.
     *
     * @param groupId the id of the group
     * @param messageId the id of the message
     * @throws CallFailedException if it was not made one
     */
    default void setEssence(long groupId, long messageId) {
        call(new MessageCall.SetEssence(groupId, messageId));
    }

    /**
     * Asks for a message that the platform's server remembers: mirai-api-http the last 1024 or so of each account
     * (protocol notes 6). As for {@link #recall(long, long)}, it finds those of friends and groups only.
     *
     * @param targetId the id of the friend or group of the conversation
     * @param messageId the id of the message
     * @return the message
     * @throws CallFailedException if there was no answer, or the message is not remembered
     */
    default StoredMessage messageFromId(long targetId, long messageId) {
        return call(new MessageCall.MessageFromId(targetId, messageId));
    }

    /**
     * Asks for the messages of a conversation that the platform keeps. In a conversation with a friend the sender of
     * each is the friend, also of those that the account has sent (protocol notes 3, observed on 2.10.0).
     *
     * @param conversation the friend or group
     * @param from the time of the oldest message, in whole seconds
     * @param to the time of the newest message, in whole seconds
     * @return the messages
     * @throws CallFailedException if there was no answer
     * @throws IllegalArgumentException if it is neither a friend nor a group, or the times are the wrong way round
     */
    default List<StoredMessage> roamingMessages(Recipient conversation, Instant from, Instant to) {
        return call(new MessageCall.RoamingMessages(conversation, from, to));
    }

}
