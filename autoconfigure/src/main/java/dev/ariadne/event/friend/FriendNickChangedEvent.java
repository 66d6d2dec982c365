package dev.ariadne.event.friend;

import dev.ariadne.Ariadne;
import dev.ariadne.contact.Friend;

/**
 * A friend has changed its name.
 *
 * @param ariadne the account that received it
 * @param friend the friend
 * @param from the old name
 * @param to the new name
 * @since 0.1.0
 */
public record FriendNickChangedEvent(Ariadne ariadne, Friend friend, String from, String to) implements FriendEvent {

    @Override
    public long friendId() {
        return this.friend.id();
    }

}
