package dev.ariadne.event.bot;

import dev.ariadne.Ariadne;

/**
 * The account was logged out by the platform, for instance because it logged in elsewhere.
 *
 * @param ariadne the account
 * @param title the platform's headline
 * @param message the platform's explanation
 * @since 0.1.0
 */
public record BotOfflineEventForce(Ariadne ariadne, String title, String message) implements BotLoginEvent {

}
