package dev.ariadne.event.friend;

import java.time.Instant;

import dev.ariadne.Ariadne;

/**
 * A message exchanged with a friend was recalled.
 *
 * @param ariadne the account that received it
 * @param authorId who had sent it
 * @param messageId the id of the message
 * @param time when it had been sent, in whole seconds
 * @param operator the id of who recalled it
 * @since 0.1.0
 */
public record FriendRecallEvent(Ariadne ariadne, long authorId, long messageId, Instant time, long operator)
        implements FriendEvent {

    /**
     * Returns the id of the friend: of the two that are named, the one that is not the account itself.
     */
    @Override
    public long friendId() {
        return (this.operator != this.ariadne.id()) ? this.operator : this.authorId;
    }

}
