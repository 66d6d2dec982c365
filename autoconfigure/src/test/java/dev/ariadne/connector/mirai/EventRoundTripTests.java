package dev.ariadne.connector.mirai;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.ariadne.Ariadne;
import dev.ariadne.TestAriadne;
import dev.ariadne.contact.Permission;
import dev.ariadne.event.Conversation;
import dev.ariadne.event.ReceivedEvent;
import dev.ariadne.event.UnknownEvent;
import dev.ariadne.event.group.MemberHonorChangeEvent;
import dev.ariadne.event.group.MemberPermissionChangeEvent;
import dev.ariadne.event.message.MessageEvent;
import dev.ariadne.event.message.OtherClientMessage;
import dev.ariadne.event.message.SyncMessageEvent;
import dev.ariadne.json.Json;
import dev.ariadne.json.JsonFields;
import dev.ariadne.json.MalformedJsonException;
import dev.ariadne.message.MessageChain;
import dev.ariadne.message.UnknownElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.fail;

/**
 * Events that a real server has sent, there and back. Each line of a transcript is a case of its own.
 */
class EventRoundTripTests {

    private static final List<String> MAY_BE_MISSING = List.of("remark", "specialTitle", "joinTimestamp",
            "lastSpeakTimestamp", "muteTimeRemaining", "active", "operator", "invitor", "invitorId", "friend",
            "member", "title", "message", "display", "name", "isSuperFace", "imageId", "url", "path", "base64", "width",
            "height", "size", "imageType", "isEmoji", "length", "time", "senderId", "targetId", "groupId", "origin",
            "messageId", "messageRef", "voiceId", "faceId", "target");

    static List<Transcripts.Recorded> events() {
        return Transcripts.allEvents();
    }

    /** The events of the main transcript, one of each type and kind. */
    static List<Transcripts.Recorded> catalogue() {
        return events().stream().filter((event) -> event.file().equals("05-events.jsonl")).toList();
    }

    static Ariadne recipient(JsonNode event) {
        return new TestAriadne("bob", event.path("qq").asLong(10002));
    }

    private static ReceivedEvent read(JsonNode event) {
        return MiraiEvents.read(recipient(event), new JsonFields(event, "event"));
    }

    /** Numbers are equal whatever their size. */
    private static JsonNode normal(JsonNode json) {
        return Json.parse(Json.write(json));
    }

    @ParameterizedTest
    @MethodSource("events")
    void whenARealServerSentAnEventThenItIsReadAndWrittenAsItCame(Transcripts.Recorded recorded) {
        ReceivedEvent event = read(recorded.json());
        assertThat(event).isNotInstanceOf(UnknownEvent.class);
        assertThat(event.type()).isEqualTo(recorded.json().get("type").stringValue());
        assertThat(normal(MiraiEvents.write(event))).isEqualTo(normal(recorded.json()));
    }

    @ParameterizedTest
    @MethodSource("events")
    void whenARealServerSentAMessageThenItsElementsAreKnown(Transcripts.Recorded recorded) {
        ReceivedEvent event = read(recorded.json());
        MessageChain chain = (event instanceof MessageEvent message) ? message.message()
                : (event instanceof SyncMessageEvent sync) ? sync.message()
                : (event instanceof OtherClientMessage other) ? other.message() : MessageChain.empty();
        assertThat(chain.has(UnknownElement.class)).isFalse();
        assertThat(MessageChain.fromJson(chain.toJson())).isEqualTo(chain);
    }

    @ParameterizedTest
    @MethodSource("events")
    void whenAnEventNamesAGroupThenThatIsItsConversation(Transcripts.Recorded recorded) {
        JsonNode json = recorded.json();
        boolean aside = List.of("TempMessage", "TempSyncMessage", "NewFriendRequestEvent")
            .contains(json.get("type").stringValue());
        Set<Long> groups = new HashSet<>();
        json.findParents("permission").stream().filter((each) -> !each.has("group") && each.has("name"))
            .forEach((group) -> groups.add(group.get("id").longValue()));
        if (json.has("groupId")) {
            groups.add(json.get("groupId").longValue());
        }
        Conversation conversation = read(json).conversation();
        if (aside || groups.isEmpty()) {
            assertThat(conversation.kind()).isNotEqualTo(Conversation.Kind.GROUP);
        }
        else {
            assertThat(groups).containsExactly(conversation.id());
            assertThat(conversation.kind()).isEqualTo(Conversation.Kind.GROUP);
        }
    }

    @Test
    void whenTheTranscriptsAreReadThenTheyHaveAllEvents() {
        assertThat(catalogue()).hasSizeGreaterThan(80);
        assertThat(events()).hasSizeGreaterThan(130);
        assertThat(Transcripts.files()).contains("02-http-commands.jsonl", "05-events.jsonl", "10-webhook.jsonl",
                "11-send-elements.jsonl", "12-bot-lifecycle.jsonl", "13-connect-during-events.jsonl");
    }

    @ParameterizedTest
    @MethodSource("catalogue")
    void whenAFieldIsMissingOrOddThenTheEventIsMalformedAndThePathNamed(Transcripts.Recorded recorded) {
        for (String field : fields(recorded.json())) {
            String name = field.substring(field.lastIndexOf('/') + 1);
            ObjectNode json = (ObjectNode) recorded.json().deepCopy();
            ObjectNode parent = (ObjectNode) json.at(field.substring(0, field.lastIndexOf('/')));
            if (!MAY_BE_MISSING.contains(name) && !name.equals("type")) {
                JsonNode removed = parent.remove(name);
                assertMalformed(json, name, "missing");
                parent.set(name, removed);
            }
            parent.set(name, Json.array().add(Json.array()));
            if (!name.equals("messageRef")) {
                assertMalformed(json, name, "not");
            }
        }
    }

    private static void assertMalformed(JsonNode json, String name, String why) {
        assertThatExceptionOfType(MalformedJsonException.class).as(Json.write(json)).isThrownBy(() -> read(json))
            .withMessageMatching("\\w+((\\[\\d+])?\\.\\w+)*(\\[\\d+])? is .+").withMessageContaining(name)
            .withMessageContaining(why);
    }

    private static List<String> fields(JsonNode event) {
        List<String> paths = new ArrayList<>();
        collect("", event, paths);
        return paths;
    }

    private static void collect(String path, JsonNode json, List<String> paths) {
        if (json.isObject()) {
            json.properties().forEach((field) -> {
                paths.add(path + "/" + field.getKey());
                collect(path + "/" + field.getKey(), field.getValue(), paths);
            });
        }
        int index = 0;
        for (JsonNode child : json.isArray() ? json : Json.array()) {
            collect(path + "/" + index++, child, paths);
        }
    }

    @ParameterizedTest
    @MethodSource("catalogue")
    void whenANewerServerAddsFieldsThenTheyDoNoHarm(Transcripts.Recorded recorded) {
        ObjectNode json = (ObjectNode) recorded.json().deepCopy();
        for (String field : fields(recorded.json())) {
            ((ObjectNode) json.at(field.substring(0, field.lastIndexOf('/')))).put("added", 1);
        }
        assertThat(read(json)).isNotInstanceOf(UnknownEvent.class);
    }

    @Test
    void whenANewerServerNamesAnUnknownPermissionOrHonourThenItIsKept() {
        for (Transcripts.Recorded recorded : catalogue()) {
            String odd = Json.write(recorded.json()).replace("\"MEMBER\"", "\"KING\"").replace("achieve", "keep");
            ReceivedEvent event = read(Json.parse(odd));
            assertThat(event).isNotInstanceOf(UnknownEvent.class);
            assertThat(normal(MiraiEvents.write(event))).isEqualTo(Json.parse(odd));
            if (event instanceof MemberPermissionChangeEvent change) {
                assertThat(change.origin()).isEqualTo(Permission.of("KING")).hasToString("KING");
                assertThat(change.current()).isSameAs(Permission.ADMINISTRATOR);
            }
            if (event instanceof MemberHonorChangeEvent change) {
                assertThat(change.isAchieved()).isFalse();
                assertThat(change.isLost()).isEqualTo(change.action().equals("lose"));
            }
        }
    }

    @Test
    void whenANudgeHappenedSomewhereUnknownThenItIsKeptAsItIs() {
        JsonNode json = Json.parse("{\"type\":\"NudgeEvent\",\"fromId\":1,\"target\":2,\"action\":\"a\",\"suffix\":\"\","
                + "\"subject\":{\"kind\":\"Guild\",\"id\":5}}");
        ReceivedEvent event = read(json);
        assertThat(event).isInstanceOf(UnknownEvent.class);
        assertThat(MiraiEvents.write(event)).isEqualTo(json);
    }

    @Test
    void whenAnEventIsOfAnotherPlatformThenItIsNotWritten() {
        record GroupMessage(Ariadne ariadne) implements ReceivedEvent {

            @Override
            public Conversation conversation() {
                return fail();
            }

        }
        assertThatIllegalArgumentException()
            .isThrownBy(() -> MiraiEvents.write(new GroupMessage(new TestAriadne("bob", 1))));
    }

}
