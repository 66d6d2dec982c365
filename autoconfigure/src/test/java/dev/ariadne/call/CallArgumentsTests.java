package dev.ariadne.call;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.ariadne.contact.Friend;
import dev.ariadne.contact.Group;
import dev.ariadne.contact.Permission;
import dev.ariadne.message.Image;
import dev.ariadne.message.MessageChain;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What cannot be a call is refused when it is made, in words that say what can.
 */
class CallArgumentsTests {

    private static Arguments refused(String mend, ThrowingCallable call) {
        return Arguments.of(mend, call);
    }

    static List<Arguments> refused() {
        Recipient group = Recipient.group(40001);
        Recipient member = Recipient.member(40001, 30001);
        return List.of(refused("1 second to 30 days", () -> mute(Duration.ZERO)),
                refused("1 second to 30 days", () -> mute(Duration.ofMillis(999))),
                refused("1 second to 30 days", () -> mute(Duration.ofDays(30).plusMillis(1))),
                refused("unmute ends one", () -> mute(Duration.ofSeconds(-1))),
                refused("give a name or allowMemberInvite",
                        () -> new GroupCall.UpdateGroupConfig(1, GroupConfigChange.none())),
                refused("give at least one visible character", () -> GroupConfigChange.none().withName(" ")),
                refused("give a name or a specialTitle",
                        () -> new GroupCall.UpdateMemberInfo(1, 2, MemberInfoChange.none())),
                refused("Recipient.member(40001, memberId)", () -> new MessageCall.SendNudge(group)),
                refused("give at least one", () -> new MessageCall.SendImageMessage(group, List.of())),
                refused("visible character", () -> new MessageCall.SendImageMessage(group, List.of(""))),
                refused("send a message with an Image",
                        () -> new MessageCall.SendImageMessage(Recipient.stranger(1), List.of("http://a"))),
                refused("Recipient.friend(id) or Recipient.group(id)",
                        () -> new MessageCall.RoamingMessages(member, Instant.EPOCH, Instant.EPOCH)),
                refused("the earlier time first", () -> new MessageCall.RoamingMessages(group,
                        Instant.ofEpochSecond(1), Instant.EPOCH)),
                refused("offset of 0 or more", () -> new Page(-1, 1)),
                refused("size of 1 or more", () -> Page.first(0)),
                refused("no page after", () -> Page.all().next().next()),
                refused("either by its id or by its path", () -> new FileRef(null, null)),
                refused("either by its id or by its path", () -> new FileRef("id", "/path")),
                refused("/dir/file", () -> FileRef.ofPath("file")), refused("is blank", () -> FileRef.ofId("")),
                refused("such as / or /dir",
                        () -> new FileCall.UploadFile(1, "dir", "name", Content.of(new byte[0]))),
                refused("name of the file is blank",
                        () -> new FileCall.UploadFile(1, "/", "", Content.of(new byte[0]))),
                refused("name of the folder is blank", () -> new FileCall.MakeDirectory(1, FileRef.root(), "")),
                refused("new name of the file is blank", () -> new FileCall.RenameFile(1, FileRef.root(), "")),
                refused("text of the announcement is blank", () -> AnnouncementDraft.of("\n")),
                refused("Image.ofUrl", () -> AnnouncementDraft.of("text").with(Image.ofId("id"))),
                refused("id of the announcement is blank", () -> new AnnouncementCall.DeleteAnnouncement(1, "")),
                refused("URL of the image is blank",
                        () -> new UploadCall.UploadImageByUrl(UploadKind.GROUP, " ")),
                refused("URL of the voice message is blank",
                        () -> new UploadCall.UploadVoiceByUrl(UploadKind.GROUP, "")),
                refused("/help", () -> new CommandCall.ExecuteCommand(MessageChain.empty())),
                refused("/help", () -> new CommandCall.ExecuteCommand(MessageChain.of(" "))),
                refused("name of the command is blank",
                        () -> new CommandCall.RegisterCommand("", List.of(), null, null)),
                refused("alias of the command is blank",
                        () -> new CommandCall.RegisterCommand("name", List.of(" "), null, null)),
                refused("letters, digits and underscores", () -> CustomCall.query("file/list", Map.of())));
    }

    private static GroupCall.Mute mute(Duration time) {
        return new GroupCall.Mute(40001, 30001, time);
    }

    @ParameterizedTest(name = "{index} {0}")
    @MethodSource("refused")
    void whenACallCannotBeThenItIsSaidWhatCan(String mend, ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(mend);
    }

    @ParameterizedTest
    @ValueSource(strings = { "PT1S", "PT1.5S", "P30D" })
    void whenAMuteIsAtItsLimitsThenItIsTaken(Duration time) {
        assertThat(mute(time).time()).isEqualTo(time);
    }

    @Test
    void whenAListIsChangedAfterwardsThenTheCallIsNot() {
        List<String> urls = new java.util.ArrayList<>(List.of("http://a"));
        MessageCall.SendImageMessage call = new MessageCall.SendImageMessage(Recipient.group(1), urls);
        urls.add("http://b");
        assertThat(call.urls()).containsExactly("http://a");
    }

    @Test
    void whenAMapIsChangedAfterwardsThenTheCallIsNot() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("target", 40001);
        parameters.put("group", null);
        parameters.put("data", "text");
        CustomCall call = CustomCall.action("newCommand", parameters);
        parameters.put("target", 40002);
        assertThat(call.parameters().keySet()).containsExactly("target", "group", "data");
        assertThat(call.parameters().get("target")).isEqualTo(40001);
        assertThat(call.parameters()).isUnmodifiable();
    }

    @Test
    void whenADraftIsBuiltThenItHasAllThatWasGiven() {
        Image image = Image.ofUrl("http://a");
        AnnouncementDraft draft = AnnouncementDraft.of("text").with(AnnouncementDraft.Option.PINNED)
            .with(AnnouncementDraft.Option.SHOW_POPUP).with(image);
        assertThat(draft.content()).isEqualTo("text");
        assertThat(draft.options()).containsExactlyInAnyOrder(AnnouncementDraft.Option.PINNED,
                AnnouncementDraft.Option.SHOW_POPUP);
        assertThat(draft.image()).isEqualTo(image);
    }

    @Test
    void whenAChangeIsBuiltThenItHasAllThatWasGiven() {
        assertThat(GroupConfigChange.none().withName("a").withAllowMemberInvite(false))
            .isEqualTo(new GroupConfigChange("a", false));
        assertThat(MemberInfoChange.none().withName("a").withSpecialTitle(""))
            .isEqualTo(new MemberInfoChange("a", ""));
    }

    @Test
    void whenPagesAreTurnedThenNothingIsLeftOut() {
        assertThat(Page.first(10).next()).isEqualTo(new Page(10, 10));
    }

    @Test
    void whenAFileIsFoundThenItCanBeNamed() {
        Group group = new Group(40001, "group", Permission.OWNER);
        RemoteFile root = new RemoteFile("/", "/", "/", null, group, true, 0, null, null);
        RemoteFile file = new RemoteFile("a", "/id", "/a", root, group, false, 1, null, null);
        assertThat(root.ref()).isEqualTo(FileRef.root());
        assertThat(file.ref()).isEqualTo(FileRef.ofId("/id"));
    }

    @Test
    void whenASessionIsPrintedThenItsKeyIsNot() {
        assertThat(new SessionInfo("dXGr8Ckg", new Friend(10001, "bot", ""))).asString()
            .doesNotContain("dXGr8Ckg").contains("10001");
    }

}
