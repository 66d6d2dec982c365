package dev.ariadne.event.friend;

import dev.ariadne.event.Conversation;
import dev.ariadne.event.ReceivedEvent;

/**
 * Something happened with a friend that is no message.
 *
 * @since 0.1.0
 */
public sealed interface FriendEvent extends ReceivedEvent permits FriendAddEvent, FriendDeleteEvent,
        FriendInputStatusChangedEvent, FriendNickChangedEvent, FriendRecallEvent {

    /**
     * Returns the id of the friend.
     */
    long friendId();

    @Override
    default Conversation conversation() {
        return Conversation.friend(friendId());
    }

}
