package dev.ariadne.event.group;

import dev.ariadne.Ariadne;
import dev.ariadne.contact.Member;

/**
 * Somebody has left a group.
 *
 * @param ariadne the account that received it
 * @param member who left
 * @since 0.1.0
 */
public record MemberLeaveEventQuit(Ariadne ariadne, Member member) implements MemberEvent {

}
