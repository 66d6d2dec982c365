package dev.ariadne.connector.mirai;

import java.time.Duration;
import java.time.Instant;

import dev.ariadne.contact.Friend;
import dev.ariadne.contact.Group;
import dev.ariadne.contact.Member;
import dev.ariadne.contact.OtherClient;
import dev.ariadne.contact.Permission;
import dev.ariadne.json.FieldWriter;
import dev.ariadne.message.ChainJson;
import dev.ariadne.message.MessageChain;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the fields of one event. It mirrors {@link EventReader}.
 */
final class EventWriter {

    private final FieldWriter fields = FieldWriter.complete();

    ObjectNode json() {
        return this.fields.json();
    }

    EventWriter number(String name, @Nullable Long value) {
        this.fields.numberOrNull(name, value);
        return this;
    }

    EventWriter text(String name, String value) {
        this.fields.text(name, value);
        return this;
    }

    EventWriter flag(String name, boolean value) {
        this.fields.flag(name, value);
        return this;
    }

    EventWriter seconds(String name, Duration value) {
        return number(name, value.toSeconds());
    }

    EventWriter time(String name, Instant value) {
        return number(name, value.getEpochSecond());
    }

    EventWriter permission(String name, Permission value) {
        return text(name, value.name());
    }

    EventWriter chain(String name, MessageChain value) {
        return json(name, ChainJson.complete(value));
    }

    EventWriter friend(String name, @Nullable Friend value) {
        return json(name, ContactEncoder.friendOrNull(value));
    }

    EventWriter group(String name, Group value) {
        return json(name, ContactEncoder.group(value));
    }

    EventWriter member(String name, @Nullable Member value) {
        return json(name, ContactEncoder.memberOrNull(value));
    }

    EventWriter client(String name, OtherClient value) {
        return json(name, ContactEncoder.otherClient(value));
    }

    EventWriter json(String name, @Nullable JsonNode value) {
        this.fields.json(name, value);
        return this;
    }

}
