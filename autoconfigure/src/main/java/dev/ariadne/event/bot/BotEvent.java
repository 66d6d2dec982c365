package dev.ariadne.event.bot;

import dev.ariadne.event.ReceivedEvent;

/**
 * Something happened to the account itself: to its login, or to its membership of a group.
 *
 * @since 0.1.0
 */
public sealed interface BotEvent extends ReceivedEvent permits BotLoginEvent, BotGroupEvent {

}
