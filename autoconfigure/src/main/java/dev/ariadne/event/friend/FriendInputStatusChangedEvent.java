package dev.ariadne.event.friend;

import dev.ariadne.Ariadne;
import dev.ariadne.contact.Friend;

/**
 * A friend has begun to type, or has stopped.
 *
 * @param ariadne the account that received it
 * @param friend the friend
 * @param inputting whether the friend is typing
 * @since 0.1.0
 */
public record FriendInputStatusChangedEvent(Ariadne ariadne, Friend friend, boolean inputting) implements FriendEvent {

    @Override
    public long friendId() {
        return this.friend.id();
    }

}
