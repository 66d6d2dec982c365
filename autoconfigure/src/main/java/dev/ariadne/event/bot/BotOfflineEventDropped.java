package dev.ariadne.event.bot;

import dev.ariadne.Ariadne;

/**
 * The account's login was dropped, by the network or by the platform.
 *
 * @param ariadne the account
 * @since 0.1.0
 */
public record BotOfflineEventDropped(Ariadne ariadne) implements BotLoginEvent {

}
