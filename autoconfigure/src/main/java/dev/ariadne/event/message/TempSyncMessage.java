package dev.ariadne.event.message;

import dev.ariadne.Ariadne;
import dev.ariadne.contact.Member;
import dev.ariadne.event.Conversation;
import dev.ariadne.message.MessageChain;
import dev.ariadne.message.MessageReceipt;

/**
 * A message that the account itself has sent to a group's member outside of the group with another client.
 *
 * @param ariadne the account that received it
 * @param subject to whom
 * @param message what was sent
 * @since 0.1.0
 */
public record TempSyncMessage(Ariadne ariadne, Member subject, MessageChain message) implements SyncMessageEvent {

    @Override
    public Conversation conversation() {
        return Conversation.temp(this.subject.id());
    }

    @Override
    public MessageReceipt reply(MessageChain message) {
        return this.ariadne.sendTempMessage(this.subject.group().id(), this.subject.id(), message);
    }

}
