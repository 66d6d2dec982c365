package dev.ariadne.event.message;

import dev.ariadne.contact.Contact;
import dev.ariadne.event.ReceivedEvent;
import dev.ariadne.message.MessageChain;
import dev.ariadne.message.MessageReceipt;
import dev.ariadne.message.Quote;
import dev.ariadne.message.Source;

/**
 * A received message.
 *
 * @since 0.1.0
 */
public sealed interface MessageEvent extends ReceivedEvent permits FriendMessage, GroupMessage, TempMessage {

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
     * Sends a message to where this one came from, quoting it. Without a {@link Source} in the received chain there
     * is nothing to quote, and the reply is sent plain.
     *
     * @throws dev.ariadne.CallFailedException if the message was not sent
     */
    default MessageReceipt quoteReply(MessageChain message) {
        return reply(message().first(Source.class)
                .map((source) -> MessageChain.of(new Quote(source.id())).plus(message)).orElse(message));
    }

}
