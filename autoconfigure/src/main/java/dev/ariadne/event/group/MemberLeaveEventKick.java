package dev.ariadne.event.group;

import dev.ariadne.Ariadne;
import dev.ariadne.contact.Member;
import org.jspecify.annotations.Nullable;

/**
 * Somebody was removed from a group.
 *
 * @param ariadne the account that received it
 * @param member who was removed
 * @param operator who removed; null, or the account itself, if it was the account (both observed on 2.10.0)
 * @since 0.1.0
 */
public record MemberLeaveEventKick(Ariadne ariadne, Member member, @Nullable Member operator) implements MemberEvent {

}
