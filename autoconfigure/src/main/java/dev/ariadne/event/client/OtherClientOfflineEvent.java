package dev.ariadne.event.client;

import dev.ariadne.Ariadne;
import dev.ariadne.contact.OtherClient;

/**
 * Another client of the account has gone.
 *
 * @param ariadne the account that received it
 * @param client the other client
 * @since 0.1.0
 */
public record OtherClientOfflineEvent(Ariadne ariadne, OtherClient client) implements OtherClientEvent {

}
