package dev.ariadne.connector.mirai;

import java.util.List;

import dev.ariadne.contact.Contact;
import dev.ariadne.contact.Member;
import dev.ariadne.contact.MemberActivity;
import dev.ariadne.contact.OtherClient;
import dev.ariadne.contact.Permission;
import dev.ariadne.contact.Stranger;
import dev.ariadne.json.Json;
import dev.ariadne.json.JsonFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * People and groups, there and back. The round trips of events have them all, but for the activity of a member.
 */
class ContactCodecTests {

    private static final String MEMBER = "{\"id\":30002,\"memberName\":\"The Admin\",\"specialTitle\":\"vip\","
            + "\"permission\":\"ADMINISTRATOR\",\"joinTimestamp\":1600000000,\"lastSpeakTimestamp\":1600000100,"
            + "\"muteTimeRemaining\":60,\"group\":{\"id\":40001,\"name\":\"admin group\",\"permission\":\"OWNER\"},"
            + "\"active\":{\"rank\":1,\"point\":2,\"honors\":[\"龙王\",\"new\"],\"temperature\":3}}";

    private static JsonFields fields(String json) {
        return new JsonFields(Json.parse(json), "contact");
    }

    private static JsonNode normal(JsonNode json) {
        return Json.parse(Json.write(json));
    }

    @Test
    void whenTheActivityOfAMemberIsToldThenItIsKept() {
        Member member = ContactDecoder.member(fields(MEMBER));
        assertThat(member.activity()).isEqualTo(new MemberActivity(1, 2, List.of("龙王", "new"), 3));
        assertThat(normal(ContactEncoder.member(member))).isEqualTo(Json.parse(MEMBER));
    }

    @Test
    void whenAMemberIsMadeWithoutItsActivityThenThatIsUnknown() {
        Member told = ContactDecoder.member(fields(MEMBER));
        Member made = new Member(told.id(), told.memberName(), told.specialTitle(), told.permission(),
                told.joinedAt(), told.lastSpokeAt(), told.muteRemaining(), told.group());
        assertThat(made.activity()).isNull();
        assertThat(ContactEncoder.member(made).get("active").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "MEMBER", "ADMINISTRATOR", "OWNER", "KING" })
    void whenAPermissionIsReadThenItKeepsItsText(String name) {
        Permission permission = Permission.of(name);
        assertThat(permission.name()).isEqualTo(name);
        assertThat(permission).isEqualTo(Permission.of(name)).hasSameHashCodeAs(Permission.of(name));
        assertThat(permission.isOperator()).isEqualTo(name.equals("OWNER") || name.equals("ADMINISTRATOR"));
    }

    @Test
    void whenAPermissionIsKnownThenThereIsOneOfIt() {
        assertThat(Permission.of("MEMBER")).isSameAs(Permission.MEMBER);
        assertThat(Permission.of("ADMINISTRATOR")).isSameAs(Permission.ADMINISTRATOR);
        assertThat(Permission.of("OWNER")).isSameAs(Permission.OWNER);
    }

    @Test
    void whenAContactIsShownThenByItsName() {
        assertThat(List.<Contact>of(new OtherClient(1, "WINDOWS"), new Stranger(2, "S", "remark")))
            .extracting(Contact::name).containsExactly("WINDOWS", "S");
    }

}
