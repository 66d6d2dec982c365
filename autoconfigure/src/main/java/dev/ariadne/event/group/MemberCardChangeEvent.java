package dev.ariadne.event.group;

import dev.ariadne.Ariadne;
import dev.ariadne.contact.Member;

/**
 * The name of a member within its group has changed.
 *
 * @param ariadne the account that received it
 * @param origin the old name, empty if none
 * @param current the new name, empty if none
 * @param member whose
 * @since 0.1.0
 */
public record MemberCardChangeEvent(Ariadne ariadne, String origin, String current, Member member)
        implements MemberEvent {

}
