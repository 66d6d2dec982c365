package dev.ariadne.event.message;

import dev.ariadne.Ariadne;
import dev.ariadne.contact.Member;
import dev.ariadne.event.Conversation;
import dev.ariadne.message.MessageChain;
import dev.ariadne.message.MessageReceipt;

/**
 * A message from a group's member outside of the group, who need not be a friend.
 *
 * @param ariadne the account that received it
 * @param sender who sent it
 * @param message what was sent
 * @since 0.1.0
 */
public record TempMessage(Ariadne ariadne, Member sender, MessageChain message) implements MessageEvent {

    @Override
    public Conversation conversation() {
        return Conversation.temp(this.sender.id());
    }

    @Override
    public MessageReceipt reply(MessageChain message) {
        return this.ariadne.sendTempMessage(this.sender.group().id(), this.sender.id(), message);
    }

}
