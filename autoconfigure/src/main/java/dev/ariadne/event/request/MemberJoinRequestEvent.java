package dev.ariadne.event.request;

import dev.ariadne.Ariadne;
import dev.ariadne.call.RequestCall;
import dev.ariadne.call.RequestCall.MemberJoinRequestAnswer;
import dev.ariadne.event.Conversation;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wants to join a group that the account administers.
 *
 * @param ariadne the account that received it
 * @param eventId the id of the request
 * @param message what was said with it, empty if nothing was
 * @param fromId the id of who asks
 * @param groupId the group
 * @param groupName the name of the group
 * @param nick the name of who asks
 * @param invitorId the id of the member who invited, null if nobody did
 * @since 0.1.0
 */
public record MemberJoinRequestEvent(Ariadne ariadne, long eventId, String message, long fromId, long groupId,
        String groupName, String nick, @Nullable Long invitorId) implements RequestEvent {

    @Override
    public Conversation conversation() {
        return Conversation.group(this.groupId);
    }

    @Override
    public void accept() {
        answer(MemberJoinRequestAnswer.ACCEPT, "");
    }

    @Override
    public void reject() {
        answer(MemberJoinRequestAnswer.REJECT, "");
    }

    /**
     * Rejects the request, with a reason.
     *
     * @param reason what to tell who asks
     * @throws dev.ariadne.CallFailedException if the answer did not arrive
     */
    public void reject(String reason) {
        answer(MemberJoinRequestAnswer.REJECT, reason);
    }

    /**
     * Rejects the request, and all further ones of who asks.
     *
     * @throws dev.ariadne.CallFailedException if the answer did not arrive
     */
    public void rejectAndBlock() {
        answer(MemberJoinRequestAnswer.REJECT_AND_BLOCK, "");
    }

    /**
     * Rejects the request, with a reason, and all further ones of who asks.
     *
     * @param reason what to tell who asks
     * @throws dev.ariadne.CallFailedException if the answer did not arrive
     */
    public void rejectAndBlock(String reason) {
        answer(MemberJoinRequestAnswer.REJECT_AND_BLOCK, reason);
    }

    /**
     * Puts the request aside without an answer to who asks.
     *
     * @throws dev.ariadne.CallFailedException if the answer did not arrive
     */
    public void ignore() {
        answer(MemberJoinRequestAnswer.IGNORE, "");
    }

    /**
     * Puts the request aside without an answer to who asks, and all further ones.
     *
     * @throws dev.ariadne.CallFailedException if the answer did not arrive
     */
    public void ignoreAndBlock() {
        answer(MemberJoinRequestAnswer.IGNORE_AND_BLOCK, "");
    }

    private void answer(MemberJoinRequestAnswer answer, String reason) {
        this.ariadne.call(new RequestCall.AnswerMemberJoinRequest(this.eventId, this.fromId, this.groupId, answer,
                reason));
    }

}
