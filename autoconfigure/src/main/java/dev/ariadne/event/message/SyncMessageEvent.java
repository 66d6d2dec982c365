package dev.ariadne.event.message;

import dev.ariadne.event.ReceivedEvent;
import dev.ariadne.message.MessageChain;
import dev.ariadne.message.MessageReceipt;

/**
 * A message that the account itself has sent with another client. It comes so that a bot may know what its owner
 * writes; it is no {@link MessageEvent}, so that no bot answers itself by mistake.
 *
 * @since 0.1.0
 */
public sealed interface SyncMessageEvent extends ReceivedEvent permits FriendSyncMessage, GroupSyncMessage,
        StrangerSyncMessage, TempSyncMessage {

    /**
     * Returns what was sent.
     */
    MessageChain message();

    /**
     * Sends a message to where this one went.
     *
     * @throws dev.ariadne.CallFailedException if the message was not sent
     */
    MessageReceipt reply(MessageChain message);

    /**
     * Sends a message to where this one went, quoting it. Without a {@link dev.ariadne.message.Source} in the chain
     * there is nothing to quote, and the reply is sent plain.
     *
     * @throws dev.ariadne.CallFailedException if the message was not sent
     */
    default MessageReceipt quoteReply(MessageChain message) {
        return reply(Quotes.quoting(message(), message));
    }

}
