package dev.ariadne.call;

import dev.ariadne.message.MessageChain;
import dev.ariadne.message.MessageReceipt;

/**
 * Calls about messages.
 *
 * @param <R> the type of the answer
 * @since 0.1.0
 */
public sealed interface MessageCall<R> extends Call<R> {

    /**
     * Sends a message to a friend.
     *
     * @param friendId the friend
     * @param message what to send
     */
    record SendFriendMessage(long friendId, MessageChain message) implements MessageCall<MessageReceipt> {

        @Override
        public String command() {
            return "sendFriendMessage";
        }

    }

    /**
     * Sends a message to a group.
     *
     * @param groupId the group
     * @param message what to send
     */
    record SendGroupMessage(long groupId, MessageChain message) implements MessageCall<MessageReceipt> {

        @Override
        public String command() {
            return "sendGroupMessage";
        }

    }

    /**
     * Sends a message to a group's member outside of the group.
     *
     * @param groupId the group
     * @param memberId the member
     * @param message what to send
     */
    record SendTempMessage(long groupId, long memberId, MessageChain message) implements MessageCall<MessageReceipt> {

        @Override
        public String command() {
            return "sendTempMessage";
        }

    }

    /**
     * Recalls a message.
     *
     * @param targetId the friend or group to which it was sent
     * @param messageId the message
     */
    record Recall(long targetId, long messageId) implements MessageCall<Done> {

        @Override
        public String command() {
            return "recall";
        }

    }

}
