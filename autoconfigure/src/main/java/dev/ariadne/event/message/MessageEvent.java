package dev.ariadne.event.message;

import dev.ariadne.contact.Contact;
import dev.ariadne.event.ReceivedEvent;
import dev.ariadne.message.MessageChain;
import dev.ariadne.message.MessageReceipt;

/**
 * A message that somebody has sent to the account, or to a group that it is in.
 *
 * @since 0.1.0
 */
public sealed interface MessageEvent extends ReceivedEvent permits FriendMessage, GroupMessage, StrangerMessage,
        TempMessage {

    /**
     * Returns who sent the message.
     */
    Contact sender();

    /**
     * Returns what was sent.
     */
    MessageChain message();

    /**
     * Sends a message to where this one came from.
     *
     * @throws dev.ariadne.CallFailedException if the message was not sent
     */
    MessageReceipt reply(MessageChain message);

    /**
     * Sends a text to where this message came from.
     *
     * @throws dev.ariadne.CallFailedException if the message was not sent
     */
    default MessageReceipt reply(String text) {
        return reply(MessageChain.of(text));
    }

    /**
     * Sends a message to where this one came from, quoting it. Without a {@link dev.ariadne.message.Source} in the
     * received chain there is nothing to quote, and the reply is sent plain.
     *
     * @throws dev.ariadne.CallFailedException if the message was not sent
     */
    default MessageReceipt quoteReply(MessageChain message) {
        return reply(Quotes.quoting(message(), message));
    }

}
