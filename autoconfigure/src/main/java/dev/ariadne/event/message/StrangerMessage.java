package dev.ariadne.event.message;

import dev.ariadne.Ariadne;
import dev.ariadne.contact.Stranger;
import dev.ariadne.event.Conversation;
import dev.ariadne.message.MessageChain;
import dev.ariadne.message.MessageReceipt;

/**
 * A message from somebody who is neither a friend nor known by a group.
 *
 * @param ariadne the account that received it
 * @param sender who sent it
 * @param message what was sent
 * @since 0.1.0
 */
public record StrangerMessage(Ariadne ariadne, Stranger sender, MessageChain message) implements MessageEvent {

    @Override
    public Conversation conversation() {
        return Conversation.friend(this.sender.id());
    }

    @Override
    public MessageReceipt reply(MessageChain message) {
        return this.ariadne.sendFriendMessage(this.sender.id(), message);
    }

}
