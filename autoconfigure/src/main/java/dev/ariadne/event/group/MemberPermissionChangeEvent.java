package dev.ariadne.event.group;

import dev.ariadne.Ariadne;
import dev.ariadne.contact.Member;
import dev.ariadne.contact.Permission;

/**
 * What a member may do in its group has changed.
 *
 * @param ariadne the account that received it
 * @param origin what it was
 * @param current what it is
 * @param member whose
 * @since 0.1.0
 */
public record MemberPermissionChangeEvent(Ariadne ariadne, Permission origin, Permission current, Member member)
        implements MemberEvent {

}
