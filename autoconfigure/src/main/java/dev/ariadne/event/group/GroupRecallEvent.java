package dev.ariadne.event.group;

import java.time.Instant;

import dev.ariadne.Ariadne;
import dev.ariadne.contact.Group;
import dev.ariadne.contact.Member;
import org.jspecify.annotations.Nullable;

/**
 * A message in a group was recalled.
 *
 * @param ariadne the account that received it
 * @param authorId who had sent it
 * @param messageId the id of the message
 * @param time when it had been sent, in whole seconds
 * @param group the group
 * @param operator who recalled it, null if it was the account itself
 * @since 0.1.0
 */
public record GroupRecallEvent(Ariadne ariadne, long authorId, long messageId, Instant time, Group group,
        @Nullable Member operator) implements GroupEvent {

}
