package dev.ariadne.event.message;

import dev.ariadne.Ariadne;
import dev.ariadne.contact.Friend;
import dev.ariadne.event.Conversation;
import dev.ariadne.message.MessageChain;
import dev.ariadne.message.MessageReceipt;

/**
 * A message that the account itself has sent to a friend with another client.
 *
 * @param ariadne the account that received it
 * @param subject to whom
 * @param message what was sent
 * @since 0.1.0
 */
public record FriendSyncMessage(Ariadne ariadne, Friend subject, MessageChain message) implements SyncMessageEvent {

    @Override
    public Conversation conversation() {
        return Conversation.friend(this.subject.id());
    }

    @Override
    public MessageReceipt reply(MessageChain message) {
        return this.ariadne.sendFriendMessage(this.subject.id(), message);
    }

}
