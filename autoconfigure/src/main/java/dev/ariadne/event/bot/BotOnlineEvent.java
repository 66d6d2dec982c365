package dev.ariadne.event.bot;

import dev.ariadne.Ariadne;

/**
 * The account has logged in.
 *
 * @param ariadne the account
 * @since 0.1.0
 */
public record BotOnlineEvent(Ariadne ariadne) implements BotLoginEvent {

}
