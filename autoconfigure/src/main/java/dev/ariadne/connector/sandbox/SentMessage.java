package dev.ariadne.connector.sandbox;

import dev.ariadne.event.Conversation;
import dev.ariadne.message.MessageChain;

/**
 * A message that an account has sent in the sandbox.
 *
 * @param conversation where it was sent to
 * @param message what was sent
 * @param messageId the id that it was given
 * @since 0.1.0
 */
public record SentMessage(Conversation conversation, MessageChain message, long messageId) {

    /**
     * Returns the id of the friend, group or member to which it was sent.
     */
    public long targetId() {
        return this.conversation.id();
    }

    /**
     * Returns the text of the message.
     */
    public String text() {
        return this.message.text();
    }

}
