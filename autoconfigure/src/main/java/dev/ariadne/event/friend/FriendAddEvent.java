package dev.ariadne.event.friend;

import dev.ariadne.Ariadne;
import dev.ariadne.contact.Friend;

/**
 * Somebody has become a friend.
 *
 * @param ariadne the account that received it
 * @param friend the friend
 * @param stranger whether the friend was a stranger before
 * @since 0.1.0
 */
public record FriendAddEvent(Ariadne ariadne, Friend friend, boolean stranger) implements FriendEvent {

    @Override
    public long friendId() {
        return this.friend.id();
    }

}
