package dev.ariadne.event.message;

import dev.ariadne.Ariadne;
import dev.ariadne.contact.OtherClient;
import dev.ariadne.event.Conversation;
import dev.ariadne.event.ReceivedEvent;
import dev.ariadne.message.MessageChain;

/**
 * A message that the account has sent to itself from another client, as one sends a file from a telephone to the desk.
 * It comes from the account, not from somebody else: so it is no {@link MessageEvent}, and there is no reply to it.
 *
 * @param ariadne the account that received it
 * @param sender the client it came from
 * @param message what was sent
 * @since 0.1.0
 */
public record OtherClientMessage(Ariadne ariadne, OtherClient sender, MessageChain message) implements ReceivedEvent {

    @Override
    public Conversation conversation() {
        return Conversation.account(this.ariadne.id());
    }

}
