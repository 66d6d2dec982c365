package dev.ariadne.connector.mirai;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToIntFunction;

import dev.ariadne.call.AnnouncementCall;
import dev.ariadne.call.AnnouncementDraft;
import dev.ariadne.call.Call;
import dev.ariadne.call.CommandCall;
import dev.ariadne.call.ContactCall;
import dev.ariadne.call.Content;
import dev.ariadne.call.FileCall;
import dev.ariadne.call.FileRef;
import dev.ariadne.call.GroupCall;
import dev.ariadne.call.GroupConfigChange;
import dev.ariadne.call.MemberInfoChange;
import dev.ariadne.call.MessageCall;
import dev.ariadne.call.Page;
import dev.ariadne.call.Recipient;
import dev.ariadne.call.RequestCall;
import dev.ariadne.call.RequestCall.FriendRequestAnswer;
import dev.ariadne.call.RequestCall.InvitationAnswer;
import dev.ariadne.call.RequestCall.MemberJoinRequestAnswer;
import dev.ariadne.call.ServerCall;
import dev.ariadne.call.UploadCall;
import dev.ariadne.call.UploadKind;
import dev.ariadne.message.ChainJson;
import dev.ariadne.message.MessageChain;
import dev.ariadne.message.Quote;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads recorded commands as calls: the other way round than the product does.
 */
final class CallReading {

    private static final Content CONTENT = Content.of(new byte[] { 1 });

    /** By the command, with a slash before the sub-command. */
    private static final Map<String, Function<Parameters, Call<?>>> CALLS = Map.ofEntries(
            Map.entry("sendFriendMessage",
                    (p) -> new MessageCall.SendFriendMessage(p.number("target", "qq"), p.message())),
            Map.entry("sendGroupMessage",
                    (p) -> new MessageCall.SendGroupMessage(p.number("target", "group"), p.message())),
            Map.entry("sendTempMessage",
                    (p) -> new MessageCall.SendTempMessage(p.number("group"), p.number("qq"), p.message())),
            Map.entry("sendOtherClientMessage",
                    (p) -> new MessageCall.SendOtherClientMessage(p.number("target"), p.message())),
            Map.entry("sendImageMessage", (p) -> new MessageCall.SendImageMessage(p.recipient(), p.texts("urls"))),
            Map.entry("sendNudge", (p) -> new MessageCall.SendNudge(p.nudged())),
            Map.entry("recall", (p) -> new MessageCall.Recall(p.number("target"), p.number("messageId"))),
            Map.entry("setEssence", (p) -> new MessageCall.SetEssence(p.number("target"), p.number("messageId"))),
            Map.entry("messageFromId", (p) -> new MessageCall.MessageFromId(p.number("target"), p.number("messageId"))),
            Map.entry("roamingMessages", (p) -> new MessageCall.RoamingMessages(p.recipient(),
                    Instant.ofEpochSecond(p.number("timeStart")), Instant.ofEpochSecond(p.number("timeEnd")))),
            Map.entry("botList", (p) -> new ContactCall.BotList()),
            Map.entry("friendList", (p) -> new ContactCall.FriendList()),
            Map.entry("groupList", (p) -> new ContactCall.GroupList()),
            Map.entry("memberList", (p) -> new ContactCall.MemberList(p.number("target"))),
            Map.entry("latestMemberList",
                    (p) -> new ContactCall.LatestMemberList(p.number("target"), p.numbers("memberIds"))),
            Map.entry("botProfile", (p) -> new ContactCall.BotProfile()),
            Map.entry("friendProfile", (p) -> new ContactCall.FriendProfile(p.number("target"))),
            Map.entry("memberProfile",
                    (p) -> new ContactCall.MemberProfile(p.number("target"), p.number("memberId"))),
            Map.entry("userProfile", (p) -> new ContactCall.UserProfile(p.number("target"))),
            Map.entry("deleteFriend", (p) -> new ContactCall.DeleteFriend(p.number("target"))),
            Map.entry("mute", (p) -> new GroupCall.Mute(p.number("target"), p.number("memberId"),
                    Duration.ofSeconds(p.number("time")))),
            Map.entry("unmute", (p) -> new GroupCall.Unmute(p.number("target"), p.number("memberId"))),
            Map.entry("muteAll", (p) -> new GroupCall.MuteAll(p.number("target"))),
            Map.entry("unmuteAll", (p) -> new GroupCall.UnmuteAll(p.number("target"))),
            Map.entry("kick", (p) -> new GroupCall.Kick(p.number("target"), p.number("memberId"), p.text("msg", ""),
                    p.flag("block"))),
            Map.entry("quit", (p) -> new GroupCall.Quit(p.number("target"))),
            Map.entry("memberAdmin",
                    (p) -> new GroupCall.MemberAdmin(p.number("target"), p.number("memberId"), p.flag("assign"))),
            Map.entry("resp_newFriendRequestEvent",
                    (p) -> new RequestCall.AnswerFriendRequest(p.number("eventId"), p.number("fromId"),
                            p.number("groupId"), p.operate(FriendRequestAnswer.values(), FriendRequestAnswer::code),
                            p.text("message", ""))),
            Map.entry("resp_memberJoinRequestEvent",
                    (p) -> new RequestCall.AnswerMemberJoinRequest(p.number("eventId"), p.number("fromId"),
                            p.number("groupId"),
                            p.operate(MemberJoinRequestAnswer.values(), MemberJoinRequestAnswer::code),
                            p.text("message", ""))),
            Map.entry("resp_botInvitedJoinGroupRequestEvent",
                    (p) -> new RequestCall.AnswerInvitation(p.number("eventId"), p.number("fromId"),
                            p.number("groupId"), p.operate(InvitationAnswer.values(), InvitationAnswer::code),
                            p.text("message", ""))),
            Map.entry("groupConfig/get", (p) -> new GroupCall.GetGroupConfig(p.number("target"))),
            Map.entry("groupConfig/update", (p) -> new GroupCall.UpdateGroupConfig(p.number("target"), p.config())),
            Map.entry("memberInfo/get", (p) -> new GroupCall.GetMemberInfo(p.number("target"), p.number("memberId"))),
            Map.entry("memberInfo/update",
                    (p) -> new GroupCall.UpdateMemberInfo(p.number("target"), p.number("memberId"), p.info())),
            Map.entry("file_list", (p) -> new FileCall.FileList(p.number("target"), p.file(), p.page(),
                    p.flag("withDownloadInfo"))),
            Map.entry("file_info",
                    (p) -> new FileCall.FileInfo(p.number("target"), p.file(), p.flag("withDownloadInfo"))),
            Map.entry("file_mkdir",
                    (p) -> new FileCall.MakeDirectory(p.number("target"), p.file(), p.text("directoryName", ""))),
            Map.entry("file_delete", (p) -> new FileCall.DeleteFile(p.number("target"), p.file())),
            Map.entry("file_rename",
                    (p) -> new FileCall.RenameFile(p.number("target"), p.file(), p.text("renameTo", ""))),
            Map.entry("file_move", (p) -> new FileCall.MoveFile(p.number("target"), p.file(), p.folder())),
            Map.entry("file_upload", (p) -> new FileCall.UploadFile(p.number("target"), folder(p.text("path", "")),
                    p.fileName(), CONTENT)),
            Map.entry("anno_list", (p) -> new AnnouncementCall.AnnouncementList(p.number("id"), p.page())),
            Map.entry("anno_publish", (p) -> new AnnouncementCall.PublishAnnouncement(p.number("target"), p.draft())),
            Map.entry("anno_delete",
                    (p) -> new AnnouncementCall.DeleteAnnouncement(p.number("id"), p.text("fid", ""))),
            Map.entry("uploadImage", (p) -> new UploadCall.UploadImage(p.kind(), CONTENT)),
            Map.entry("uploadVoice", (p) -> new UploadCall.UploadVoice(p.kind(), CONTENT)),
            Map.entry("uploadShortVideo", (p) -> new UploadCall.UploadShortVideo(p.kind(), CONTENT, CONTENT)),
            Map.entry("cmd_execute", (p) -> new CommandCall.ExecuteCommand(p.chain("command"))),
            Map.entry("cmd_register", (p) -> new CommandCall.RegisterCommand(p.text("name", ""), p.texts("alias"),
                    p.textOrNull("usage"), p.textOrNull("description"))),
            Map.entry("about", (p) -> new ServerCall.About()),
            Map.entry("sessionInfo", (p) -> new ServerCall.GetSessionInfo()));

    private CallReading() {
    }

    static boolean knows(RecordedCall call) {
        return CALLS.containsKey(call.command()) || CALLS.containsKey(call.command() + "/get");
    }

    static Call<?> read(RecordedCall call) {
        String key = (call.subCommand() != null) ? call.command() + "/" + call.subCommand() : call.command();
        return Objects.requireNonNull(CALLS.get(key), key).apply(new Parameters(call.content(), call.files()));
    }

    /** In the world of the transcripts groups begin at 40000. */
    static boolean isGroup(long id) {
        return id >= 40000;
    }

    static String folder(String path) {
        return path.isEmpty() ? "/" : path;
    }

    private record Parameters(ObjectNode content, Map<String, String> files) {

        long number(String name) {
            return Long.parseLong(this.content.get(name).asString());
        }

        long number(String name, String alias) {
            return this.content.path(name).isValueNode() && !this.content.get(name).isNull() ? number(name)
                    : number(alias);
        }

        int integer(String name, int ifMissing) {
            return this.content.has(name) ? (int) number(name) : ifMissing;
        }

        String text(String name, String ifMissing) {
            return this.content.path(name).asString(ifMissing);
        }

        @Nullable String textOrNull(String name) {
            return this.content.path(name).isString() ? this.content.get(name).stringValue() : null;
        }

        boolean flag(String name) {
            return this.content.path(name).asString("false").equals("true");
        }

        List<String> texts(String name) {
            List<String> texts = new ArrayList<>();
            this.content.path(name).forEach((element) -> texts.add(element.stringValue()));
            return texts;
        }

        List<Long> numbers(String name) {
            JsonNode value = this.content.get(name);
            List<Long> numbers = new ArrayList<>();
            if (value.isString()) {
                numbers.add(number(name));
            }
            value.forEach((element) -> numbers.add(element.longValue()));
            return numbers;
        }

        String fileName() {
            return Objects.requireNonNull(this.files.get("file"));
        }

        <A> A operate(A[] answers, ToIntFunction<A> code) {
            return Arrays.stream(answers).filter((answer) -> code.applyAsInt(answer) == number("operate")).findFirst()
                .orElseThrow();
        }

        MessageChain chain(String name) {
            return ChainJson.read(this.content.get(name), name);
        }

        MessageChain message() {
            MessageChain message = chain("messageChain");
            return this.content.has("quote") ? MessageChain.of(new Quote(number("quote"))).plus(message) : message;
        }

        Recipient recipient() {
            if (this.content.path("qq").isNumber()) {
                return this.content.path("group").isNumber() ? Recipient.member(number("group"), number("qq"))
                        : Recipient.friend(number("qq"));
            }
            long id = number("target", "group");
            return isGroup(id) ? Recipient.group(id) : Recipient.friend(id);
        }

        Recipient nudged() {
            return switch (text("kind", "")) {
                case "Friend" -> Recipient.friend(number("target"));
                case "Group" -> Recipient.member(number("subject"), number("target"));
                case "Stranger" -> Recipient.stranger(number("target"));
                default -> throw new IllegalArgumentException("no such kind of nudge");
            };
        }

        GroupConfigChange config() {
            JsonNode config = this.content.get("config");
            return new GroupConfigChange(config.path("name").stringValue(null),
                    config.has("allowMemberInvite") ? config.get("allowMemberInvite").booleanValue() : null);
        }

        MemberInfoChange info() {
            JsonNode info = this.content.get("info");
            return new MemberInfoChange(info.path("name").stringValue(null),
                    info.path("specialTitle").stringValue(null));
        }

        FileRef file() {
            return this.content.has("path") ? FileRef.ofPath(text("path", "")) : FileRef.ofId(text("id", ""));
        }

        FileRef folder() {
            return this.content.has("moveTo") ? FileRef.ofId(text("moveTo", ""))
                    : FileRef.ofPath(text("moveToPath", ""));
        }

        Page page() {
            return new Page(integer("offset", 0), integer("size", Integer.MAX_VALUE));
        }

        AnnouncementDraft draft() {
            AnnouncementDraft draft = AnnouncementDraft.of(text("content", ""));
            return flag("pinned") ? draft.with(AnnouncementDraft.Option.PINNED) : draft;
        }

        UploadKind kind() {
            return UploadKind.valueOf(text("type", "").toUpperCase(Locale.ROOT));
        }

    }

}
