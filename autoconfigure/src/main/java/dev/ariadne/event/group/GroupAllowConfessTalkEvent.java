package dev.ariadne.event.group;

import dev.ariadne.Ariadne;
import dev.ariadne.contact.Group;

/**
 * Whether the members of a group may make confessions has changed.
 *
 * @param ariadne the account that received it
 * @param origin how it was
 * @param current how it is
 * @param group the group
 * @param byBot whether the account itself changed it
 * @since 0.1.0
 */
public record GroupAllowConfessTalkEvent(Ariadne ariadne, boolean origin, boolean current, Group group, boolean byBot)
        implements GroupEvent {

}
