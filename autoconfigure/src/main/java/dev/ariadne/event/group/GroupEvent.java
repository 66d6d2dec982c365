package dev.ariadne.event.group;

import dev.ariadne.contact.Group;
import dev.ariadne.event.Conversation;
import dev.ariadne.event.ReceivedEvent;

/**
 * Something happened in a group.
 *
 * @since 0.1.0
 */
public sealed interface GroupEvent extends ReceivedEvent permits MemberMuteEvent, MemberUnmuteEvent {

    /**
     * Returns the group.
     */
    Group group();

    @Override
    default Conversation conversation() {
        return Conversation.group(group().id());
    }

}
