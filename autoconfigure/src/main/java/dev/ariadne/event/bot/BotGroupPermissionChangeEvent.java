package dev.ariadne.event.bot;

import dev.ariadne.Ariadne;
import dev.ariadne.contact.Group;
import dev.ariadne.contact.Permission;

/**
 * What the account may do in a group has changed.
 *
 * @param ariadne the account that received it
 * @param origin what it was
 * @param current what it is
 * @param group the group
 * @since 0.1.0
 */
public record BotGroupPermissionChangeEvent(Ariadne ariadne, Permission origin, Permission current, Group group)
        implements BotGroupEvent {

}
