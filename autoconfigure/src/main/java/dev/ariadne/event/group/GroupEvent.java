package dev.ariadne.event.group;

import dev.ariadne.contact.Group;
import dev.ariadne.event.Conversation;
import dev.ariadne.event.ReceivedEvent;

/**
 * Something happened in a group that is neither a message nor about the account itself.
 *
 * @since 0.1.0
 */
public sealed interface GroupEvent extends ReceivedEvent permits MemberEvent, GroupAllowAnonymousChatEvent,
        GroupAllowConfessTalkEvent, GroupAllowMemberInviteEvent, GroupMuteAllEvent, GroupNameChangeEvent,
        GroupRecallEvent {

    /**
     * Returns the group.
     */
    Group group();

    @Override
    default Conversation conversation() {
        return Conversation.group(group().id());
    }

}
