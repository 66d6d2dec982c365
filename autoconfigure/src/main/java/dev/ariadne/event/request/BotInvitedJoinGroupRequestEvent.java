package dev.ariadne.event.request;

import dev.ariadne.Ariadne;
import dev.ariadne.call.RequestCall;
import dev.ariadne.call.RequestCall.InvitationAnswer;
import dev.ariadne.event.Conversation;

/**
 * The account was invited into a group.
 *
 * @param ariadne the account that received it
 * @param eventId the id of the request
 * @param message what was said with it, empty if nothing was
 * @param fromId the id of who invites
 * @param groupId the group
 * @param groupName the name of the group
 * @param nick the name of who invites
 * @since 0.1.0
 */
public record BotInvitedJoinGroupRequestEvent(Ariadne ariadne, long eventId, String message, long fromId, long groupId,
        String groupName, String nick) implements RequestEvent {

    @Override
    public Conversation conversation() {
        return Conversation.group(this.groupId);
    }

    @Override
    public void accept() {
        answer(InvitationAnswer.ACCEPT, "");
    }

    @Override
    public void reject() {
        answer(InvitationAnswer.REJECT, "");
    }

    private void answer(InvitationAnswer answer, String reason) {
        this.ariadne.call(new RequestCall.AnswerInvitation(this.eventId, this.fromId, this.groupId, answer, reason));
    }

}
