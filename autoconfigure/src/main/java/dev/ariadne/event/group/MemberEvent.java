package dev.ariadne.event.group;

import dev.ariadne.contact.Group;
import dev.ariadne.contact.Member;

/**
 * Something happened to a member of a group, other than the account itself.
 *
 * @since 0.1.0
 */
public sealed interface MemberEvent extends GroupEvent permits MemberCardChangeEvent, MemberHonorChangeEvent,
        MemberJoinEvent, MemberLeaveEventKick, MemberLeaveEventQuit, MemberMuteEvent, MemberPermissionChangeEvent,
        MemberSpecialTitleChangeEvent, MemberUnmuteEvent {

    /**
     * Returns the member, as it is after the event.
     */
    Member member();

    @Override
    default Group group() {
        return member().group();
    }

}
