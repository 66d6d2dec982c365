package dev.ariadne.event.bot;

import dev.ariadne.Ariadne;
import dev.ariadne.contact.Group;

/**
 * The account has left a group.
 *
 * @param ariadne the account that received it
 * @param group the group
 * @since 0.1.0
 */
public record BotLeaveEventActive(Ariadne ariadne, Group group) implements BotGroupEvent {

}
