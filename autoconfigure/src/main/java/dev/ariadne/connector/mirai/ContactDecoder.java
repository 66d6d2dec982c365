package dev.ariadne.connector.mirai;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

import dev.ariadne.contact.Contact;
import dev.ariadne.contact.Friend;
import dev.ariadne.contact.Group;
import dev.ariadne.contact.Member;
import dev.ariadne.contact.Permission;
import dev.ariadne.json.JsonFields;
import dev.ariadne.json.MalformedJsonException;
import org.jspecify.annotations.Nullable;

/**
 * Reads friends, groups and members. Their times are seconds.
 */
final class ContactDecoder {

    private ContactDecoder() {
    }

    static Friend friend(JsonFields json) {
        return new Friend(json.number("id"), json.text("nickname"), json.text("remark", ""));
    }

    static Group group(JsonFields json) {
        return new Group(json.number("id"), json.text("name"), permission(json));
    }

    static Member member(JsonFields json) {
        return new Member(json.number("id"), json.text("memberName"), json.text("specialTitle", ""), permission(json),
                time(json, "joinTimestamp"), time(json, "lastSpeakTimestamp"),
                Duration.ofSeconds(json.number("muteTimeRemaining", 0)), group(json.object("group")));
    }

    /** Reads who sent a message: members have a group. */
    static Contact sender(JsonFields json) {
        return json.json().has("group") ? member(json) : friend(json);
    }

    static @Nullable Member memberOrNull(@Nullable JsonFields json) {
        return (json != null) ? member(json) : null;
    }

    static Instant time(JsonFields json, String name) {
        try {
            return Instant.ofEpochSecond(json.number(name, 0));
        }
        catch (DateTimeException ex) {
            throw new MalformedJsonException(json.path() + "." + name + " is not a time");
        }
    }

    private static Permission permission(JsonFields json) {
        String name = json.text("permission");
        for (Permission permission : Permission.values()) {
            if (permission.name().equals(name)) {
                return permission;
            }
        }
        throw new MalformedJsonException(json.path() + ".permission is unknown: " + name);
    }

}
