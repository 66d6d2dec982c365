package dev.ariadne.event.bot;

import dev.ariadne.Ariadne;
import dev.ariadne.contact.Group;
import dev.ariadne.contact.Member;
import org.jspecify.annotations.Nullable;

/**
 * The account has joined a group.
 *
 * @param ariadne the account that received it
 * @param group the group
 * @param invitor who invited the account, null if nobody did
 * @since 0.1.0
 */
public record BotJoinGroupEvent(Ariadne ariadne, Group group, @Nullable Member invitor) implements BotGroupEvent {

}
