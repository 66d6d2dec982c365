package dev.ariadne.connector.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;

import dev.ariadne.CallEffect;
import dev.ariadne.CallFailedException;
import dev.ariadne.ConnectionLostException;
import dev.ariadne.PermissionDeniedException;
import dev.ariadne.TargetNotFoundException;
import dev.ariadne.TestAriadne;
import dev.ariadne.UnsupportedCallException;
import dev.ariadne.call.Call;
import dev.ariadne.call.ContactCall;
import dev.ariadne.call.Content;
import dev.ariadne.call.CustomCall;
import dev.ariadne.call.Done;
import dev.ariadne.call.FileCall;
import dev.ariadne.call.FileRef;
import dev.ariadne.call.GroupCall;
import dev.ariadne.call.MemberInfoChange;
import dev.ariadne.call.MessageCall;
import dev.ariadne.call.Recipient;
import dev.ariadne.call.ServerCall;
import dev.ariadne.call.StoredMessage;
import dev.ariadne.call.UploadCall;
import dev.ariadne.call.UploadKind;
import dev.ariadne.concurrent.ManualScheduler;
import dev.ariadne.connector.ConnectFailedException.Retry;
import dev.ariadne.connector.ConnectRequest;
import dev.ariadne.connector.Connection;
import dev.ariadne.connector.ConnectionListener;
import dev.ariadne.contact.Friend;
import dev.ariadne.contact.Group;
import dev.ariadne.contact.Member;
import dev.ariadne.contact.Permission;
import dev.ariadne.contact.Profile;
import dev.ariadne.contact.Sex;
import dev.ariadne.event.ReceivedEvent;
import dev.ariadne.json.Json;
import dev.ariadne.message.MessageChain;
import dev.ariadne.message.MessageReceipt;
import dev.ariadne.message.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * What the sandbox answers to calls.
 */
class SandboxCallsTests {

    private final SandboxConnector connector = new SandboxConnector();

    private final SandboxAccount otherSide = this.connector.otherSideOf("alice");

    private final Connection connection = this.connector.connect(new ConnectRequest(new TestAriadne("alice", 10001),
            new SandboxSettings(), Duration.ofSeconds(1), Duration.ofSeconds(1), new ManualScheduler(), new Deaf()))
        .join();

    private <R> R make(Call<R> call) {
        try {
            return this.connection.call(call).join();
        }
        catch (CompletionException ex) {
            if (ex.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw ex;
        }
    }

    private <T extends CallFailedException> T refused(Class<T> type, Call<?> call) {
        return catchThrowableOfType(type, () -> make(call));
    }

    @Test
    void whenPeopleHaveSpokenThenTheyAreInTheLists() {
        this.otherSide.friendSays(20001, "hi");
        this.otherSide.groupMemberSays(40001, 30001, "hi");
        this.otherSide.groupMemberSays(40001, 30002, "hi");
        assertThat(make(new ContactCall.FriendList())).extracting(Friend::id).containsExactly(20001L);
        assertThat(make(new ContactCall.GroupList())).extracting(Group::id).containsExactly(40001L);
        assertThat(make(new ContactCall.MemberList(40001))).extracting(Member::id).containsExactly(30001L, 30002L);
        assertThat(make(new ContactCall.LatestMemberList(40001, List.of(30002L)))).extracting(Member::id)
            .containsExactly(30002L);
        assertThat(make(new ContactCall.LatestMemberList(40001, List.of()))).hasSize(2);
        assertThat(make(new GroupCall.GetMemberInfo(40001, 30001)).id()).isEqualTo(30001);
        assertThat(make(new ContactCall.BotList())).containsExactly(10001L);
        refused(TargetNotFoundException.class, new ContactCall.MemberList(40002));
        assertThat(refused(TargetNotFoundException.class, new GroupCall.GetMemberInfo(40001, 1)))
            .hasMessageContaining("member 1 of group 40001");
    }

    @Test
    void whenPeopleAreRemovedThenTheListsAreShorter() {
        this.otherSide.friendSays(20001, "hi");
        this.otherSide.groupMemberSays(40001, 30001, "hi");
        make(new ContactCall.DeleteFriend(20001));
        assertThat(make(new ContactCall.FriendList())).isEmpty();
        make(new GroupCall.Kick(40001, 30001, "bye", false));
        assertThat(make(new ContactCall.MemberList(40001))).isEmpty();
        make(new GroupCall.Quit(40001));
        assertThat(make(new ContactCall.GroupList())).isEmpty();
    }

    @Test
    void whenAMemberIsChangedThenTheNextAnswerTellsIt() {
        this.otherSide.groupMemberSays(40001, 30001, "hi");
        make(new GroupCall.Mute(40001, 30001, Duration.ofMinutes(1)));
        make(new GroupCall.MemberAdmin(40001, 30001, true));
        make(new GroupCall.UpdateMemberInfo(40001, 30001, MemberInfoChange.none().withName("new")));
        Member member = make(new GroupCall.GetMemberInfo(40001, 30001));
        assertThat(member.muteRemaining()).isEqualTo(Duration.ofMinutes(1));
        assertThat(member.permission()).isEqualTo(Permission.ADMINISTRATOR);
        assertThat(member.memberName()).isEqualTo("new");
        make(new GroupCall.Unmute(40001, 30001));
        assertThat(make(new GroupCall.GetMemberInfo(40001, 30001)).muteRemaining()).isZero();
    }

    @Test
    void whenCallsAreMadeThenTheTestSeesThemInOrder() {
        List<Call<?>> calls = List.of(new MessageCall.SendNudge(Recipient.friend(20001)),
                new GroupCall.Mute(40001, 30001, Duration.ofMinutes(1)), new GroupCall.MuteAll(40001),
                new ServerCall.About());
        calls.subList(0, 3).forEach((call) -> assertThat((Object) make(call)).isEqualTo(Done.DONE));
        refused(UnsupportedCallException.class, calls.get(3));
        assertThat(this.otherSide.calls()).isEqualTo(calls);
    }

    @Test
    void whenSomethingWasSaidThenItCanBeAskedFor() {
        this.otherSide.groupMemberSays(40001, 30001, "question");
        MessageReceipt answer = make(new MessageCall.SendGroupMessage(40001, MessageChain.of("answer")));
        make(new MessageCall.SendFriendMessage(20001, MessageChain.of("aside")));
        List<StoredMessage> stored = make(
                new MessageCall.RoamingMessages(Recipient.group(40001), Instant.EPOCH, Instant.MAX));
        assertThat(stored).extracting((message) -> message.message().text()).containsExactly("question", "answer");
        assertThat(stored).extracting((message) -> message.sender().id()).containsExactly(30001L, 10001L);
        long questionId = stored.get(0).message().first(Source.class).orElseThrow().id();
        assertThat(make(new MessageCall.MessageFromId(40001, questionId))).isEqualTo(stored.get(0));
        assertThat(make(new MessageCall.MessageFromId(40001, answer.messageId()))).isEqualTo(stored.get(1));
        assertThat(make(new MessageCall.SetEssence(40001, questionId))).isEqualTo(Done.DONE);
        refused(TargetNotFoundException.class, new MessageCall.SetEssence(40001, 999));
        refused(TargetNotFoundException.class, new MessageCall.MessageFromId(20001, questionId));
        assertThat(make(new MessageCall.RoamingMessages(Recipient.group(40001), Instant.EPOCH, Instant.EPOCH)))
            .isEmpty();
    }

    @Test
    void whenAMessageWasSentToAMemberOutsideOfTheGroupThenItIsNeitherFoundNorRecalled() {
        MessageReceipt receipt = make(new MessageCall.SendTempMessage(40001, 30001, MessageChain.of("aside")));
        assertThat(refused(TargetNotFoundException.class,
                new MessageCall.Recall(receipt.targetId(), receipt.messageId())))
            .hasMessageContaining("to a friend or group");
        refused(TargetNotFoundException.class,
                new MessageCall.MessageFromId(receipt.targetId(), receipt.messageId()));
    }

    @Test
    void whenAMessageWasSentToAFriendOrGroupThenItIsRecalled() {
        MessageReceipt toFriend = make(new MessageCall.SendFriendMessage(20001, MessageChain.of("hi")));
        MessageReceipt toGroup = make(new MessageCall.SendGroupMessage(40001, MessageChain.of("hi")));
        assertThat(make(new MessageCall.Recall(20001, toFriend.messageId()))).isEqualTo(Done.DONE);
        assertThat(make(new MessageCall.Recall(40001, toGroup.messageId()))).isEqualTo(Done.DONE);
    }

    @Test
    void whenImagesAreSentByUrlThenTheyAreAMessage() {
        assertThat(make(new MessageCall.SendImageMessage(Recipient.group(40001), List.of("http://a", "http://b"))))
            .hasSize(2).doesNotHaveDuplicates();
        assertThat(this.otherSide.sent()).singleElement()
            .satisfies((sent) -> assertThat(sent.message().elements()).hasSize(2));
    }

    static List<Call<?>> unknowable() {
        return List.of(new ContactCall.BotProfile(), new ServerCall.GetSessionInfo(),
                new FileCall.FileInfo(40001, FileRef.ofId("id"), false), new GroupCall.GetGroupConfig(40001),
                new UploadCall.UploadImage(UploadKind.GROUP, Content.of(new byte[1])),
                new MessageCall.SendOtherClientMessage(1, MessageChain.of("hi")),
                CustomCall.query("newCommand", Map.of()));
    }

    @ParameterizedTest
    @MethodSource("unknowable")
    void whenTheSandboxCannotKnowTheAnswerThenItSaysHowToGiveOne(Call<?> call) {
        assertThat(refused(UnsupportedCallException.class, call)).hasMessageContaining("SandboxAccount.answer("
                + call.getClass().getSimpleName() + ".class").hasMessageContaining("alice");
    }

    @Test
    void whenATestGivesAnAnswerThenCallsHaveIt() {
        this.otherSide.answer(ContactCall.UserProfile.class,
                (call) -> new Profile("user-" + call.userId(), "", 1, 2, "", Sex.UNKNOWN));
        assertThat(make(new ContactCall.UserProfile(5)).nickname()).isEqualTo("user-5");
        this.otherSide.answer(CustomCall.class, (call) -> Json.object(call.parameters()));
        assertThat(make(CustomCall.query("any", Map.of("a", 1))).get("a").intValue()).isEqualTo(1);
        this.otherSide.answer(GroupCall.MuteAll.class, (call) -> {
            throw new PermissionDeniedException("alice", call.command(), 10, "no");
        });
        refused(PermissionDeniedException.class, new GroupCall.MuteAll(40001));
        assertThat(this.otherSide.calls()).hasSize(3);
    }

    @Test
    void whenTheLinkIsClosedThenACallHadNoEffect() {
        this.connection.close();
        ConnectionLostException failure = refused(ConnectionLostException.class, new GroupCall.MuteAll(40001));
        assertThat(failure.getEffect()).isEqualTo(CallEffect.NONE);
        assertThat(this.otherSide.calls()).isEmpty();
    }

    private static final class Deaf implements ConnectionListener {

        @Override
        public boolean hasCapacity() {
            return true;
        }

        @Override
        public void received(ReceivedEvent event) {
        }

        @Override
        public void rejected(String reason) {
        }

        @Override
        public void missed(String reason) {
        }

        @Override
        public void loggedIn() {
        }

        @Override
        public void loggedOut(String reason, Retry replacement) {
        }

        @Override
        public void lost(Throwable cause) {
        }

        @Override
        public void reachable() {
        }

    }

}
