package dev.ariadne.event.group;

import dev.ariadne.Ariadne;
import dev.ariadne.contact.Group;
import dev.ariadne.contact.Member;
import org.jspecify.annotations.Nullable;

/**
 * Whether the members of a group may invite others has changed.
 *
 * @param ariadne the account that received it
 * @param origin how it was
 * @param current how it is
 * @param group the group
 * @param operator who changed it, null if it was the account itself
 * @since 0.1.0
 */
public record GroupAllowMemberInviteEvent(Ariadne ariadne, boolean origin, boolean current, Group group,
        @Nullable Member operator) implements GroupEvent {

}
