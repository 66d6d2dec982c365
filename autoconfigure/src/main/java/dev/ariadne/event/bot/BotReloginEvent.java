package dev.ariadne.event.bot;

import dev.ariadne.Ariadne;

/**
 * The account has logged in again after its login was dropped.
 *
 * @param ariadne the account
 * @since 0.1.0
 */
public record BotReloginEvent(Ariadne ariadne) implements BotLoginEvent {

}
