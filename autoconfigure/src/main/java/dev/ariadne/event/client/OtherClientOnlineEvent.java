package dev.ariadne.event.client;

import dev.ariadne.Ariadne;
import dev.ariadne.contact.OtherClient;

/**
 * The account has logged in with another client.
 *
 * @param ariadne the account that received it
 * @param client the other client
 * @since 0.1.0
 */
public record OtherClientOnlineEvent(Ariadne ariadne, OtherClient client) implements OtherClientEvent {

}
