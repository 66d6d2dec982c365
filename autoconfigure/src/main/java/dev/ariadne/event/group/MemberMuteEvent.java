package dev.ariadne.event.group;

import java.time.Duration;

import dev.ariadne.Ariadne;
import dev.ariadne.contact.Member;
import org.jspecify.annotations.Nullable;

/**
 * A member of a group was muted; not the account itself.
 *
 * @param ariadne the account that received it
 * @param duration for how long, in whole seconds
 * @param member who was muted
 * @param operator who muted, null if it was the account itself
 * @since 0.1.0
 */
public record MemberMuteEvent(Ariadne ariadne, Duration duration, Member member, @Nullable Member operator)
        implements MemberEvent {

}
