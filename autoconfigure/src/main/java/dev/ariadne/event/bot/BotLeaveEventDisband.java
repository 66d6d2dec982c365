package dev.ariadne.event.bot;

import dev.ariadne.Ariadne;
import dev.ariadne.contact.Group;
import dev.ariadne.contact.Member;

/**
 * A group that the account was in was disbanded.
 *
 * @param ariadne the account that received it
 * @param group the group
 * @param operator who disbanded it: the owner
 * @since 0.1.0
 */
public record BotLeaveEventDisband(Ariadne ariadne, Group group, Member operator) implements BotGroupEvent {

}
