package dev.ariadne.event.message;

import dev.ariadne.Ariadne;
import dev.ariadne.contact.Group;
import dev.ariadne.event.Conversation;
import dev.ariadne.message.MessageChain;
import dev.ariadne.message.MessageReceipt;

/**
 * A message that the account itself has sent to a group with another client.
 *
 * @param ariadne the account that received it
 * @param subject the group
 * @param message what was sent
 * @since 0.1.0
 */
public record GroupSyncMessage(Ariadne ariadne, Group subject, MessageChain message) implements SyncMessageEvent {

    @Override
    public Conversation conversation() {
        return Conversation.group(this.subject.id());
    }

    @Override
    public MessageReceipt reply(MessageChain message) {
        return this.ariadne.sendGroupMessage(this.subject.id(), message);
    }

}
