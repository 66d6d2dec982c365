package dev.ariadne.event.request;

import dev.ariadne.event.ReceivedEvent;

/**
 * Somebody asks for something that the account may accept or reject. It may also leave it unanswered.
 *
 * @since 0.1.0
 */
public sealed interface RequestEvent extends ReceivedEvent permits BotInvitedJoinGroupRequestEvent,
        MemberJoinRequestEvent, NewFriendRequestEvent {

    /**
     * Returns the id of the request.
     */
    long eventId();

    /**
     * Returns what was said with the request, empty if nothing was.
     */
    String message();

    /**
     * Returns the id of who asks.
     */
    long fromId();

    /**
     * Returns the name of who asks.
     */
    String nick();

    /**
     * Accepts the request.
     *
     * @throws dev.ariadne.CallFailedException if the answer did not arrive
     */
    void accept();

    /**
     * Rejects the request.
     *
     * @throws dev.ariadne.CallFailedException if the answer did not arrive
     */
    void reject();

}
