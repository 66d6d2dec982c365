package dev.ariadne.connector.mirai;

import java.time.Duration;

import dev.ariadne.contact.Contact;
import dev.ariadne.contact.Friend;
import dev.ariadne.contact.Group;
import dev.ariadne.contact.Member;
import dev.ariadne.contact.MemberActivity;
import dev.ariadne.contact.OtherClient;
import dev.ariadne.contact.Permission;
import dev.ariadne.contact.Stranger;
import dev.ariadne.contact.Subject;
import dev.ariadne.json.JsonFields;
import org.jspecify.annotations.Nullable;

/**
 * Reads people, groups and clients. Their times are seconds. {@link ContactEncoder} writes them.
 */
final class ContactDecoder {

    private ContactDecoder() {
    }

    static Friend friend(JsonFields json) {
        return new Friend(json.number("id"), json.text("nickname"), json.text("remark", ""));
    }

    static @Nullable Friend friendOrNull(@Nullable JsonFields json) {
        return (json != null) ? friend(json) : null;
    }

    static Stranger stranger(JsonFields json) {
        return new Stranger(json.number("id"), json.text("nickname"), json.text("remark", ""));
    }

    static Group group(JsonFields json) {
        return new Group(json.number("id"), json.text("name"), Permission.of(json.text("permission")));
    }

    static Member member(JsonFields json) {
        JsonFields active = json.objectOrNull("active");
        return new Member(json.number("id"), json.text("memberName"), json.text("specialTitle", ""),
                Permission.of(json.text("permission")), json.timeOrEpoch("joinTimestamp"),
                json.timeOrEpoch("lastSpeakTimestamp"), Duration.ofSeconds(json.number("muteTimeRemaining", 0)),
                group(json.object("group")), (active != null) ? activity(active) : null);
    }

    /** Reads who sent a message: members have a group. */
    static Contact sender(JsonFields json) {
        return json.json().has("group") ? member(json) : friend(json);
    }

    static @Nullable Member memberOrNull(@Nullable JsonFields json) {
        return (json != null) ? member(json) : null;
    }

    static MemberActivity activity(JsonFields json) {
        return new MemberActivity(json.integer("rank", 0), json.integer("point", 0), json.texts("honors"),
                json.integer("temperature", 0));
    }

    static OtherClient otherClient(JsonFields json) {
        return new OtherClient(json.number("id"), json.text("platform"));
    }

    /** Returns null if it is of a kind that is not known here. */
    static @Nullable Subject subject(JsonFields json) {
        return switch (json.text("kind")) {
            case "Friend" -> friend(json);
            case "Group" -> group(json);
            case "Stranger" -> stranger(json);
            default -> null;
        };
    }

}
