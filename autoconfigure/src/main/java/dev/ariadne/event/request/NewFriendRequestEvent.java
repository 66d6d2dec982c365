package dev.ariadne.event.request;

import dev.ariadne.Ariadne;
import dev.ariadne.call.RequestCall;
import dev.ariadne.call.RequestCall.FriendRequestAnswer;
import dev.ariadne.event.Conversation;

/**
 * Somebody wants to be a friend.
 *
 * @param ariadne the account that received it
 * @param eventId the id of the request
 * @param message what was said with it, empty if nothing was
 * @param fromId the id of who asks
 * @param groupId the group through which, 0 if through none
 * @param nick the name of who asks
 * @since 0.1.0
 */
public record NewFriendRequestEvent(Ariadne ariadne, long eventId, String message, long fromId, long groupId,
        String nick) implements RequestEvent {

    @Override
    public Conversation conversation() {
        return Conversation.friend(this.fromId);
    }

    @Override
    public void accept() {
        answer(FriendRequestAnswer.ACCEPT, "");
    }

    @Override
    public void reject() {
        answer(FriendRequestAnswer.REJECT, "");
    }

    /**
     * Rejects the request, and all further ones of who asks.
     *
     * @throws dev.ariadne.CallFailedException if the answer did not arrive
     */
    public void rejectAndBlock() {
        answer(FriendRequestAnswer.REJECT_AND_BLOCK, "");
    }

    private void answer(FriendRequestAnswer answer, String reason) {
        this.ariadne.call(new RequestCall.AnswerFriendRequest(this.eventId, this.fromId, this.groupId, answer, reason));
    }

}
