package dev.ariadne.event.bot;

import dev.ariadne.Ariadne;
import dev.ariadne.contact.Group;
import dev.ariadne.contact.Member;

/**
 * The account was removed from a group.
 *
 * @param ariadne the account that received it
 * @param group the group
 * @param operator who removed it
 * @since 0.1.0
 */
public record BotLeaveEventKick(Ariadne ariadne, Group group, Member operator) implements BotGroupEvent {

}
