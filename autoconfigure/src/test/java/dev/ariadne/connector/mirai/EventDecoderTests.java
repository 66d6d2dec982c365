package dev.ariadne.connector.mirai;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.ariadne.TestAriadne;
import dev.ariadne.contact.Group;
import dev.ariadne.contact.Member;
import dev.ariadne.contact.Permission;
import dev.ariadne.event.Conversation;
import dev.ariadne.event.ReceivedEvent;
import dev.ariadne.event.UnknownEvent;
import dev.ariadne.event.bot.BotOfflineEventForce;
import dev.ariadne.event.group.MemberMuteEvent;
import dev.ariadne.event.message.GroupMessage;
import dev.ariadne.json.Json;
import dev.ariadne.json.JsonFields;
import dev.ariadne.json.MalformedJsonException;
import dev.ariadne.message.MessageChain;
import dev.ariadne.message.Plain;
import dev.ariadne.message.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Events, as a real server has sent them and as it should not.
 */
class EventDecoderTests {

    private static final String MEMBER = "{\"id\":30003,\"memberName\":\"card3\",\"specialTitle\":\"\","
            + "\"permission\":\"MEMBER\",\"joinTimestamp\":1600000000,\"lastSpeakTimestamp\":1795370479,"
            + "\"muteTimeRemaining\":0,\"group\":{\"id\":40001,\"name\":\"admin group\","
            + "\"permission\":\"ADMINISTRATOR\"},\"active\":null}";

    private final TestAriadne ariadne = new TestAriadne("bob", 10002);

    private final EventDecoder decoder = new EventDecoder(this.ariadne);

    private ReceivedEvent decode(String data) {
        return this.decoder.decode(new JsonFields(Json.parse(data), "event"));
    }

    static List<Transcripts.Event> transcript() {
        return Transcripts.events("05-events.jsonl");
    }

    @ParameterizedTest
    @CsvSource({ "StrangerMessage,FRIEND,20900", "OtherClientMessage,ACCOUNT,10002", "FriendSyncMessage,FRIEND,20001",
        "GroupSyncMessage,GROUP,40001", "TempSyncMessage,TEMP,30003", "StrangerSyncMessage,FRIEND,20900",
        "FriendNickChangedEvent,FRIEND,20002", "FriendRecallEvent,FRIEND,20001",
        "BotGroupPermissionChangeEvent,GROUP,40002", "BotMuteEvent,GROUP,40001", "BotJoinGroupEvent.active,GROUP,40100",
        "GroupRecallEvent.by-sender,GROUP,40001", "GroupNameChangeEvent.by-bot,GROUP,40001",
        "MemberLeaveEventKick.by-bot,GROUP,40001", "MemberHonorChangeEvent.lose.1,GROUP,40001",
        "NewFriendRequestEvent,FRIEND,20070", "MemberJoinRequestEvent,GROUP,40001",
        "BotInvitedJoinGroupRequestEvent,GROUP,40300", "NudgeEvent.group,GROUP,40001", "NudgeEvent.friend,FRIEND,20001",
        "NudgeEvent.stranger,FRIEND,20900", "OtherClientOnlineEvent,ACCOUNT,10002",
        "CommandExecutedEvent,ACCOUNT,10002" })
    void whenAnEventIsReadThenItsConversationIsKnown(String name, Conversation.Kind kind, long id) {
        Transcripts.Event recorded = transcript().stream().filter((event) -> event.name().equals(name)).findFirst()
                .orElseThrow();
        assertThat(this.decoder.decode(ServerFrame.parse(recorded.frame()).data()).conversation())
                .isEqualTo(new Conversation(kind, id));
    }

    @Test
    void whenAMessageIsDecodedThenAllItsFieldsAre() {
        ReceivedEvent event = decode("{\"type\":\"GroupMessage\",\"messageChain\":[{\"type\":\"Source\",\"id\":3,"
                + "\"time\":1795370479},{\"type\":\"Plain\",\"text\":\"hello\"}],\"sender\":" + MEMBER + "}");
        assertThat(event).isEqualTo(new GroupMessage(this.ariadne, member(),
                MessageChain.of(new Source(3, Instant.ofEpochSecond(1795370479)), new Plain("hello"))));
    }

    @Test
    void whenTheBotItselfMutesThenThereIsNoOperator() {
        assertThat(decode("{\"type\":\"MemberMuteEvent\",\"durationSeconds\":60,\"member\":" + MEMBER
                + ",\"operator\":null}"))
            .isEqualTo(new MemberMuteEvent(this.ariadne, Duration.ofSeconds(60), member(), null));
    }

    private static Member member() {
        return new Member(30003, "card3", "", Permission.MEMBER, Instant.ofEpochSecond(1600000000),
                Instant.ofEpochSecond(1795370479), Duration.ZERO,
                new Group(40001, "admin group", Permission.ADMINISTRATOR));
    }

    @Test
    void whenTheBotIsForcedOfflineThenTheReasonIsKept() {
        assertThat(decode("{\"type\":\"BotOfflineEventForce\",\"qq\":10002,\"title\":\"t\",\"message\":\"m\"}"))
            .isEqualTo(new BotOfflineEventForce(this.ariadne, "t", "m"));
    }

    @ParameterizedTest
    @CsvSource({ "20001,20001,20001", "20001,10002,20001", "10002,20001,20001" })
    void whenAMessageToAFriendIsRecalledThenTheFriendIsTheOtherOne(long author, long operator, long friend) {
        assertThat(decode("{\"type\":\"FriendRecallEvent\",\"authorId\":" + author + ",\"messageId\":2,\"time\":5,"
                + "\"operator\":" + operator + "}").conversation()).isEqualTo(Conversation.friend(friend));
    }

    @Test
    void whenABotEventIsAboutAnotherBotThenItIsNoneOfThisAccount() {
        assertThat(decode("{\"type\":\"BotOfflineEventActive\",\"qq\":10001}")).isInstanceOf(UnknownEvent.class);
    }

    @ParameterizedTest
    @ValueSource(strings = { "{}", "{\"type\":null}", "{\"type\":\"BotOnlineEvent\"}",
        "{\"type\":\"BotOnlineEvent\",\"qq\":\"10002\"}", "{\"type\":\"BotOnlineEvent\",\"qq\":1.5}",
        "{\"type\":\"BotOnlineEvent\",\"qq\":99999999999999999999}",
        "{\"type\":\"FriendMessage\",\"messageChain\":[]}", "{\"type\":\"FriendMessage\",\"sender\":{\"id\":1}}",
        "{\"type\":\"FriendMessage\",\"messageChain\":{},\"sender\":{\"id\":1,\"nickname\":\"a\"}}",
        "{\"type\":\"FriendMessage\",\"messageChain\":[5],\"sender\":{\"id\":1,\"nickname\":\"a\"}}",
        "{\"type\":\"FriendMessage\",\"messageChain\":[{}],\"sender\":{\"id\":1,\"nickname\":\"a\"}}",
        "{\"type\":\"FriendMessage\",\"messageChain\":[{\"type\":\"Plain\"}],\"sender\":{\"id\":1,\"nickname\":\"a\"}}",
        "{\"type\":\"FriendMessage\",\"messageChain\":[{\"type\":\"Source\",\"id\":1,\"time\":9223372036854775807}],"
                + "\"sender\":{\"id\":1,\"nickname\":\"a\"}}",
        "{\"type\":\"GroupMessage\",\"messageChain\":[],\"sender\":{\"id\":1,\"memberName\":\"a\","
                + "\"permission\":5,\"group\":{\"id\":1,\"name\":\"g\",\"permission\":\"MEMBER\"}}}",
        "{\"type\":\"MemberMuteEvent\",\"member\":{}}" })
    void whenAnEventIsNotAsItsTypeHasItThenTheFieldIsNamed(String data) {
        assertThatExceptionOfType(MalformedJsonException.class).isThrownBy(() -> decode(data))
                .withMessageMatching("\\w+((\\[\\d+])?\\.\\w+)*(\\[\\d+])? is .+");
    }

    @Test
    void whenAReasonWouldBeLongOrOfSeveralLinesThenItIsNot() {
        MalformedJsonException ex = new MalformedJsonException("a\r\nb" + "x".repeat(1000));
        assertThat(ex.getMessage()).hasSizeLessThan(400).hasLineCount(1).startsWith("a b");
    }

    @ParameterizedTest
    @MethodSource("transcript")
    void whenAnElementOfAnUnknownEventIsOddThenTheConversationIsStillFound(Transcripts.Event recorded) {
        JsonNode data = Json.parse(recorded.frame()).get("data");
        String odd = Json.write(data).replaceAll("\"id\":\\d+", "\"id\":\"odd\"")
                .replaceAll("\"type\":\"\\w+\"", "\"type\":\"New\"");
        assertThat(decode(odd).conversation()).isNotNull();
    }

}
