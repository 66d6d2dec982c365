package dev.ariadne.connector.mirai;

import dev.ariadne.contact.Friend;
import dev.ariadne.contact.Group;
import dev.ariadne.contact.Member;
import dev.ariadne.contact.MemberActivity;
import dev.ariadne.contact.OtherClient;
import dev.ariadne.contact.Stranger;
import dev.ariadne.contact.Subject;
import dev.ariadne.json.FieldWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes people, groups and clients as the server does, complete. {@link ContactDecoder} reads them.
 */
final class ContactEncoder {

    private ContactEncoder() {
    }

    static ObjectNode friend(Friend friend) {
        return person(friend.id(), friend.nickname(), friend.remark());
    }

    static @Nullable ObjectNode friendOrNull(@Nullable Friend friend) {
        return (friend != null) ? friend(friend) : null;
    }

    static ObjectNode stranger(Stranger stranger) {
        return person(stranger.id(), stranger.nickname(), stranger.remark());
    }

    private static ObjectNode person(long id, String nickname, String remark) {
        return FieldWriter.complete().number("id", id).text("nickname", nickname).text("remark", remark).json();
    }

    static ObjectNode group(Group group) {
        return FieldWriter.complete().number("id", group.id()).text("name", group.name())
            .text("permission", group.permission().name()).json();
    }

    static ObjectNode member(Member member) {
        return FieldWriter.complete().number("id", member.id()).text("memberName", member.memberName())
            .text("specialTitle", member.specialTitle()).text("permission", member.permission().name())
            .number("joinTimestamp", member.joinedAt().getEpochSecond())
            .number("lastSpeakTimestamp", member.lastSpokeAt().getEpochSecond())
            .number("muteTimeRemaining", member.muteRemaining().toSeconds()).json("group", group(member.group()))
            .json("active", (member.activity() != null) ? activity(member.activity()) : null).json();
    }

    static @Nullable ObjectNode memberOrNull(@Nullable Member member) {
        return (member != null) ? member(member) : null;
    }

    static ObjectNode activity(MemberActivity activity) {
        return FieldWriter.complete().number("rank", activity.rank()).number("point", activity.point())
            .texts("honors", activity.honors()).number("temperature", activity.temperature()).json();
    }

    static ObjectNode otherClient(OtherClient client) {
        return FieldWriter.complete().number("id", client.id()).text("platform", client.platform()).json();
    }

    static ObjectNode subject(Subject subject) {
        ObjectNode json = (subject instanceof Group group) ? group(group)
                : (subject instanceof Friend friend) ? friend(friend) : stranger((Stranger) subject);
        return json.put("kind", subject.getClass().getSimpleName());
    }

}
