package dev.ariadne.event.group;

import dev.ariadne.Ariadne;
import dev.ariadne.contact.Member;
import org.jspecify.annotations.Nullable;

/**
 * Somebody has joined a group.
 *
 * @param ariadne the account that received it
 * @param member who joined
 * @param invitor who invited, null if nobody did
 * @since 0.1.0
 */
public record MemberJoinEvent(Ariadne ariadne, Member member, @Nullable Member invitor) implements MemberEvent {

}
