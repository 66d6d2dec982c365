package dev.ariadne.event.friend;

import dev.ariadne.Ariadne;
import dev.ariadne.contact.Friend;

/**
 * Somebody is no longer a friend.
 *
 * @param ariadne the account that received it
 * @param friend the friend
 * @since 0.1.0
 */
public record FriendDeleteEvent(Ariadne ariadne, Friend friend) implements FriendEvent {

    @Override
    public long friendId() {
        return this.friend.id();
    }

}
