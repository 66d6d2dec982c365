package dev.ariadne.connector.mirai;

import java.time.Duration;
import java.time.Instant;

import dev.ariadne.Ariadne;
import dev.ariadne.contact.Friend;
import dev.ariadne.contact.Group;
import dev.ariadne.contact.Member;
import dev.ariadne.contact.OtherClient;
import dev.ariadne.contact.Permission;
import dev.ariadne.json.JsonFields;
import dev.ariadne.message.ChainJson;
import dev.ariadne.message.MessageChain;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one event, as an event has them. What is missing or of another type makes the event malformed.
 *
 * @param ariadne the account that received it
 * @param fields the fields as JSON
 */
record EventReader(Ariadne ariadne, JsonFields fields) {

    long number(String name) {
        return this.fields.number(name);
    }

    @Nullable Long numberOrNull(String name) {
        return this.fields.numberOrNull(name);
    }

    String text(String name) {
        return this.fields.text(name);
    }

    boolean flag(String name) {
        return this.fields.flag(name);
    }

    Duration seconds(String name) {
        return Duration.ofSeconds(this.fields.number(name));
    }

    Instant time(String name) {
        return this.fields.time(name);
    }

    Permission permission(String name) {
        return Permission.of(this.fields.text(name));
    }

    MessageChain chain(String name) {
        return ChainJson.read(this.fields, name);
    }

    JsonFields object(String name) {
        return this.fields.object(name);
    }

    Friend friend(String name) {
        return ContactDecoder.friend(this.fields.object(name));
    }

    @Nullable Friend friendOrNull(String name) {
        return ContactDecoder.friendOrNull(this.fields.objectOrNull(name));
    }

    Group group(String name) {
        return ContactDecoder.group(this.fields.object(name));
    }

    Member member(String name) {
        return ContactDecoder.member(this.fields.object(name));
    }

    @Nullable Member memberOrNull(String name) {
        return ContactDecoder.memberOrNull(this.fields.objectOrNull(name));
    }

    OtherClient client(String name) {
        return ContactDecoder.otherClient(this.fields.object(name));
    }

}
