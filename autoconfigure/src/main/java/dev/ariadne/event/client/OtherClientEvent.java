package dev.ariadne.event.client;

import dev.ariadne.contact.OtherClient;
import dev.ariadne.event.Conversation;
import dev.ariadne.event.ReceivedEvent;

/**
 * The account has logged in with another client, or that has gone.
 *
 * @since 0.1.0
 */
public sealed interface OtherClientEvent extends ReceivedEvent permits OtherClientOfflineEvent, OtherClientOnlineEvent {

    /**
     * Returns the other client.
     */
    OtherClient client();

    @Override
    default Conversation conversation() {
        return Conversation.account(ariadne().id());
    }

}
