package dev.ariadne.connector.mirai;

import java.util.List;

import dev.ariadne.event.Conversation;
import dev.ariadne.json.JsonFields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Finds out what an event of an unknown type belongs to, by the names that mirai-api-http uses throughout its events.
 */
final class ConversationFinder {

    private static final List<String> GROUP_MEMBERS = List.of("member", "operator", "sender", "invitor");

    private ConversationFinder() {
    }

    static Conversation find(JsonFields event, long accountId) {
        JsonNode json = event.json();
        Conversation found = group(json);
        if (found == null) {
            found = subject(json.path("subject"));
        }
        if (found == null) {
            found = friend(json, accountId);
        }
        return (found != null) ? found : Conversation.account(accountId);
    }

    private static @Nullable Conversation group(JsonNode json) {
        Long id = id(json.path("group").path("id"));
        for (String name : GROUP_MEMBERS) {
            id = (id != null) ? id : id(json.path(name).path("group").path("id"));
        }
        id = (id != null) ? id : id(json.path("groupId"));
        return (id != null) ? Conversation.group(id) : null;
    }

    /** A subject is a group, a friend, a stranger or a member; only that of a nudge says which. */
    private static @Nullable Conversation subject(JsonNode subject) {
        Long id = id(subject.path("id"));
        if (id == null) {
            return null;
        }
        if (subject.path("group").has("id")) {
            return Conversation.temp(id);
        }
        return subject.has("permission") ? Conversation.group(id) : Conversation.friend(id);
    }

    private static @Nullable Conversation friend(JsonNode json, long accountId) {
        Long id = id(json.path("friend").path("id"));
        if (id == null && json.path("sender").has("nickname")) {
            id = id(json.path("sender").path("id"));
        }
        // FriendRecallEvent names people by their ids alone.
        id = (id != null) ? id : id(json.path("operator"));
        return (id != null && id != accountId) ? Conversation.friend(id) : null;
    }

    private static @Nullable Long id(JsonNode node) {
        return (node.isIntegralNumber() && node.canConvertToLong() && node.longValue() != 0) ? node.longValue() : null;
    }

}
