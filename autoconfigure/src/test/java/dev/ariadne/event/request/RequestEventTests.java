package dev.ariadne.event.request;

import java.util.Arrays;

import dev.ariadne.call.Done;
import dev.ariadne.call.RequestCall.AnswerFriendRequest;
import dev.ariadne.call.RequestCall.AnswerInvitation;
import dev.ariadne.call.RequestCall.AnswerMemberJoinRequest;
import dev.ariadne.call.RequestCall.FriendRequestAnswer;
import dev.ariadne.call.RequestCall.InvitationAnswer;
import dev.ariadne.call.RequestCall.MemberJoinRequestAnswer;
import dev.ariadne.event.CallRecorder;
import dev.ariadne.event.Conversation;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RequestEventTests {

    private static final long ID = 1234567890123456789L;

    private final CallRecorder ariadne = new CallRecorder((call) -> Done.DONE);

    @Test
    void whenAFriendRequestIsAnsweredThenTheAnswerNamesIt() {
        NewFriendRequestEvent event = new NewFriendRequestEvent(this.ariadne, ID, "hi", 20070, 40001, "Newbie");
        event.accept();
        event.reject();
        event.rejectAndBlock();
        assertThat(this.ariadne.calls()).isEqualTo(Arrays.stream(FriendRequestAnswer.values())
            .map((answer) -> new AnswerFriendRequest(ID, 20070, 40001, answer, "")).toList());
        assertThat(event.conversation()).isEqualTo(Conversation.friend(20070));
    }

    @Test
    void whenAJoinRequestIsAnsweredThenTheAnswerNamesIt() {
        MemberJoinRequestEvent event = new MemberJoinRequestEvent(this.ariadne, ID, "hi", 30080, 40001, "group",
                "Applicant", null);
        event.accept();
        event.reject();
        event.reject("no");
        event.rejectAndBlock();
        event.rejectAndBlock("never");
        event.ignore();
        event.ignoreAndBlock();
        assertThat(this.ariadne.calls()).isEqualTo(Arrays.asList(answer(MemberJoinRequestAnswer.ACCEPT, ""),
                answer(MemberJoinRequestAnswer.REJECT, ""), answer(MemberJoinRequestAnswer.REJECT, "no"),
                answer(MemberJoinRequestAnswer.REJECT_AND_BLOCK, ""),
                answer(MemberJoinRequestAnswer.REJECT_AND_BLOCK, "never"), answer(MemberJoinRequestAnswer.IGNORE, ""),
                answer(MemberJoinRequestAnswer.IGNORE_AND_BLOCK, "")));
        assertThat(event.conversation()).isEqualTo(Conversation.group(40001));
    }

    private static AnswerMemberJoinRequest answer(MemberJoinRequestAnswer answer, String message) {
        return new AnswerMemberJoinRequest(ID, 30080, 40001, answer, message);
    }

    @Test
    void whenAnInvitationIsAnsweredThenTheAnswerNamesIt() {
        BotInvitedJoinGroupRequestEvent event = new BotInvitedJoinGroupRequestEvent(this.ariadne, ID, "", 20001, 40300,
                "group", "Alice");
        event.accept();
        event.reject();
        assertThat(this.ariadne.calls()).isEqualTo(Arrays.stream(InvitationAnswer.values())
            .map((answer) -> new AnswerInvitation(ID, 20001, 40300, answer, "")).toList());
        assertThat(event.conversation()).isEqualTo(Conversation.group(40300));
    }

    @Test
    void whenAnAnswerIsSentThenItHasTheServersNumber() {
        assertThat(Arrays.stream(FriendRequestAnswer.values()).map(FriendRequestAnswer::code)).containsExactly(0, 1, 2);
        assertThat(Arrays.stream(InvitationAnswer.values()).map(InvitationAnswer::code)).containsExactly(0, 1);
        assertThat(MemberJoinRequestAnswer.ACCEPT.code()).isZero();
        assertThat(MemberJoinRequestAnswer.REJECT.code()).isEqualTo(1);
        assertThat(MemberJoinRequestAnswer.IGNORE.code()).isEqualTo(2);
        assertThat(MemberJoinRequestAnswer.REJECT_AND_BLOCK.code()).isEqualTo(3);
        assertThat(MemberJoinRequestAnswer.IGNORE_AND_BLOCK.code()).isEqualTo(4);
    }

}
