package dev.ariadne.event.bot;

import dev.ariadne.Ariadne;

/**
 * The account has logged out on its own side.
 *
 * @param ariadne the account
 * @since 0.1.0
 */
public record BotOfflineEventActive(Ariadne ariadne) implements BotLoginEvent {

}
