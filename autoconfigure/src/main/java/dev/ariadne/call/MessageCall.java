package dev.ariadne.call;

import java.time.Instant;
import java.util.List;

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
     * Sends a message to another client of the same account. mirai-api-http 2.10.0 knows the call, but refuses it
     * always (protocol notes 3, observed on 2.10.0).
     *
     * @param clientId the client
     * @param message what to send
     */
    record SendOtherClientMessage(long clientId, MessageChain message) implements MessageCall<MessageReceipt> {

        @Override
        public String command() {
            return "sendOtherClientMessage";
        }

    }

    /**
     * Sends a message of images that the platform's server fetches. The answer is the ids of the images.
     *
     * @param recipient who is to get them
     * @param urls where the platform's server fetches the images, at least one
     */
    record SendImageMessage(Recipient recipient, List<String> urls) implements MessageCall<List<String>> {

        /**
         * Creates the call.
         *
         * @throws IllegalArgumentException if there is no URL, or it is for a stranger
         */
        public SendImageMessage {
            if (recipient.kind() == Recipient.Kind.STRANGER) {
                throw new IllegalArgumentException("Images are sent by URL to a friend, a group or a member only; "
                        + "to a stranger send a message with an Image");
            }
            urls = Arguments.notEmpty(urls, "the URLs of the images");
            urls.forEach((url) -> Arguments.notBlank(url, "the URL of an image"));
        }

        @Override
        public String command() {
            return "sendImageMessage";
        }

    }

    /**
     * Nudges somebody, in the conversation that is shared with them.
     *
     * @param recipient whom to nudge: a friend, a member or a stranger
     */
    record SendNudge(Recipient recipient) implements MessageCall<Done> {

        /**
         * Creates the call.
         *
         * @throws IllegalArgumentException if it is a group
         */
        public SendNudge {
            if (recipient.kind() == Recipient.Kind.GROUP) {
                throw new IllegalArgumentException("A group cannot be nudged; give one of its members by "
                        + "Recipient.member(" + recipient.groupId() + ", memberId)");
            }
        }

        @Override
        public String command() {
            return "sendNudge";
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

    /**
     * Makes a message one of its group's essential ones.
     *
     * @param groupId the group
     * @param messageId the message
     */
    record SetEssence(long groupId, long messageId) implements MessageCall<Done> {

        @Override
        public String command() {
            return "setEssence";
        }

    }

    /**
     * Asks for a message that the platform's server remembers.
     *
     * @param targetId the friend or group of the conversation
     * @param messageId the message
     */
    record MessageFromId(long targetId, long messageId) implements MessageCall<StoredMessage> {

        @Override
        public String command() {
            return "messageFromId";
        }

    }

    /**
     * Asks for the messages of a conversation that the platform keeps.
     *
     * @param conversation the friend or group of the conversation
     * @param from the time of the oldest message, in whole seconds
     * @param to the time of the newest message, in whole seconds
     */
    record RoamingMessages(Recipient conversation, Instant from,
            Instant to) implements MessageCall<List<StoredMessage>> {

        /**
         * Creates the call.
         *
         * @throws IllegalArgumentException if it is neither a friend nor a group, or the times are the wrong way round
         */
        public RoamingMessages {
            if (conversation.kind() != Recipient.Kind.FRIEND && conversation.kind() != Recipient.Kind.GROUP) {
                throw new IllegalArgumentException("The platform keeps messages of friends and groups only; give "
                        + "Recipient.friend(id) or Recipient.group(id)");
            }
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("The time of the newest message is before that of the oldest; give "
                        + "the earlier time first: " + from + " to " + to);
            }
        }

        @Override
        public String command() {
            return "roamingMessages";
        }

    }

}
