package dev.ariadne.event.group;

import dev.ariadne.Ariadne;
import dev.ariadne.contact.Member;
import org.jspecify.annotations.Nullable;

/**
 * A member of a group may speak again; not the account itself.
 *
 * @param ariadne the account that received it
 * @param member who was muted
 * @param operator who ended it, null if it was the account itself
 * @since 0.1.0
 */
public record MemberUnmuteEvent(Ariadne ariadne, Member member, @Nullable Member operator) implements MemberEvent {

}
