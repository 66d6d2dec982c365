package dev.ariadne.event.message;

import dev.ariadne.Ariadne;
import dev.ariadne.contact.Member;
import dev.ariadne.event.Conversation;
import dev.ariadne.message.MessageChain;
import dev.ariadne.message.MessageReceipt;

/**
 * A message in a group.
 *
 * @param ariadne the account that received it
 * @param sender who sent it
 * @param message what was sent
 * @since 0.1.0
 */
public record GroupMessage(Ariadne ariadne, Member sender, MessageChain message) implements MessageEvent {

    @Override
    public Conversation conversation() {
        return Conversation.group(this.sender.group().id());
    }

    @Override
    public MessageReceipt reply(MessageChain message) {
        return this.ariadne.sendGroupMessage(this.sender.group().id(), message);
    }

}
