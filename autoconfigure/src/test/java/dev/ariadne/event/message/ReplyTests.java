package dev.ariadne.event.message;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.ariadne.call.Call;
import dev.ariadne.call.MessageCall.SendFriendMessage;
import dev.ariadne.call.MessageCall.SendGroupMessage;
import dev.ariadne.call.MessageCall.SendTempMessage;
import dev.ariadne.contact.Friend;
import dev.ariadne.contact.Group;
import dev.ariadne.contact.Member;
import dev.ariadne.contact.Permission;
import dev.ariadne.contact.Stranger;
import dev.ariadne.event.CallRecorder;
import dev.ariadne.message.MessageChain;
import dev.ariadne.message.MessageReceipt;
import dev.ariadne.message.Plain;
import dev.ariadne.message.Quote;
import dev.ariadne.message.Source;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReplyTests {

    private static final MessageReceipt RECEIPT = new MessageReceipt(1, 2);

    private static final MessageChain HI = MessageChain.of("hi");

    private static final MessageChain RECEIVED = MessageChain.of(new Source(7, Instant.EPOCH), new Plain("a"));

    private static final MessageChain QUOTING = MessageChain.of(new Quote(7), new Plain("hi"));

    private final CallRecorder ariadne = new CallRecorder((call) -> RECEIPT);

    private final Group group = new Group(40001, "group", Permission.MEMBER);

    private final Member member = new Member(30003, "card", "", Permission.MEMBER, Instant.EPOCH, Instant.EPOCH,
            Duration.ZERO, this.group);

    private final Friend friend = new Friend(20001, "Alice", "");

    private final Stranger stranger = new Stranger(20900, "Stranger", "");

    @Test
    void whenAMessageIsAnsweredThenTheAnswerGoesWhereItCameFrom() {
        assertAnswered(new FriendMessage(this.ariadne, this.friend, RECEIVED), new SendFriendMessage(20001, HI),
                new SendFriendMessage(20001, QUOTING));
        assertAnswered(new StrangerMessage(this.ariadne, this.stranger, RECEIVED), new SendFriendMessage(20900, HI),
                new SendFriendMessage(20900, QUOTING));
        assertAnswered(new GroupMessage(this.ariadne, this.member, RECEIVED), new SendGroupMessage(40001, HI),
                new SendGroupMessage(40001, QUOTING));
        assertAnswered(new TempMessage(this.ariadne, this.member, RECEIVED), new SendTempMessage(40001, 30003, HI),
                new SendTempMessage(40001, 30003, QUOTING));
    }

    private void assertAnswered(MessageEvent event, Call<?> plain, Call<?> quoting) {
        this.ariadne.calls().clear();
        assertThat(event.reply(HI)).isSameAs(RECEIPT);
        assertThat(event.reply("hi")).isSameAs(RECEIPT);
        assertThat(event.quoteReply(HI)).isSameAs(RECEIPT);
        assertThat(this.ariadne.calls()).isEqualTo(List.of(plain, plain, quoting));
    }

    @Test
    void whenAnOwnMessageIsAnsweredThenTheAnswerGoesWhereItWent() {
        assertAnswered(new FriendSyncMessage(this.ariadne, this.friend, RECEIVED), new SendFriendMessage(20001, HI),
                new SendFriendMessage(20001, QUOTING));
        assertAnswered(new StrangerSyncMessage(this.ariadne, this.stranger, RECEIVED),
                new SendFriendMessage(20900, HI), new SendFriendMessage(20900, QUOTING));
        assertAnswered(new GroupSyncMessage(this.ariadne, this.group, RECEIVED), new SendGroupMessage(40001, HI),
                new SendGroupMessage(40001, QUOTING));
        assertAnswered(new TempSyncMessage(this.ariadne, this.member, RECEIVED), new SendTempMessage(40001, 30003, HI),
                new SendTempMessage(40001, 30003, QUOTING));
    }

    private void assertAnswered(SyncMessageEvent event, Call<?> plain, Call<?> quoting) {
        this.ariadne.calls().clear();
        assertThat(event.reply(HI)).isSameAs(RECEIPT);
        assertThat(event.quoteReply(HI)).isSameAs(RECEIPT);
        assertThat(this.ariadne.calls()).isEqualTo(List.of(plain, quoting));
    }

    @Test
    void whenTheReceivedMessageHasNoIdThenTheAnswerQuotesNothing() {
        new FriendMessage(this.ariadne, this.friend, HI).quoteReply(HI);
        assertThat(this.ariadne.calls()).isEqualTo(List.of(new SendFriendMessage(20001, HI)));
    }

}
