package dev.ariadne.event.group;

import dev.ariadne.Ariadne;
import dev.ariadne.contact.Member;

/**
 * The title of a member has changed.
 *
 * @param ariadne the account that received it
 * @param origin the old title, empty if none
 * @param current the new title, empty if none
 * @param member whose
 * @since 0.1.0
 */
public record MemberSpecialTitleChangeEvent(Ariadne ariadne, String origin, String current, Member member)
        implements MemberEvent {

}
