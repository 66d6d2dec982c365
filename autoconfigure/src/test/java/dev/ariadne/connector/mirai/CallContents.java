package dev.ariadne.connector.mirai;

import java.util.Map;
import java.util.Set;

import dev.ariadne.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings the parameters of a command into the form in which two of them that mean the same to the server are equal:
 * <ul>
 * <li>the session key is no parameter of a call,
 * <li>numbers and truth values in quotes are taken, and in a query there is nothing else,
 * <li>parameters that are left out have their defaults,
 * <li>a target can be given as {@code target} or as what it is ({@code qq}, {@code group}),
 * <li>the root of the files is {@code /}, or empty,
 * <li>elements that the server drops from a chain, and the name in an {@code At}, do not matter (protocol notes 4).
 * </ul>
 */
final class CallContents {

    private static final String PAGE = "\"offset\":0,\"size\":2147483647";

    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("kick", "{\"block\":false,\"msg\":\"\"}"), Map.entry("anno_list", "{" + PAGE + "}"),
            Map.entry("file_list", "{\"id\":\"\",\"withDownloadInfo\":false," + PAGE + "}"),
            Map.entry("file_info", "{\"id\":\"\",\"withDownloadInfo\":false}"),
            Map.entry("file_mkdir", "{\"id\":\"\"}"), Map.entry("file_delete", "{\"id\":\"\"}"),
            Map.entry("file_rename", "{\"id\":\"\"}"), Map.entry("file_move", "{\"id\":\"\"}"),
            Map.entry("cmd_register", "{\"alias\":[]}"));

    private static final Set<String> DROPPED = Set.of("Source", "Quote", "File", "MarketFace", "Unknown");

    private CallContents() {
    }

    static JsonNode normalized(String command, ObjectNode content) {
        ObjectNode result = content.deepCopy();
        result.remove("sessionKey");
        if (DEFAULTS.containsKey(command)) {
            Json.parse(DEFAULTS.get(command)).forEachEntry((name, value) -> result.putIfAbsent(name, value));
        }
        switch (command) {
            case "sendFriendMessage" -> alias(result, "qq");
            case "sendGroupMessage" -> alias(result, "group");
            case "roamingMessages" -> target(result);
            case "file_upload" -> result.put("path", CallReading.folder(result.get("path").stringValue()));
            default -> {
            }
        }
        return loose(result);
    }

    private static void alias(ObjectNode content, String alias) {
        JsonNode value = content.remove(alias);
        if (!content.path("target").isNumber() && !content.path("target").isString() && value != null) {
            content.set("target", value);
        }
    }

    private static void target(ObjectNode content) {
        JsonNode target = content.get("target");
        if (!target.isNull()) {
            content.set(CallReading.isGroup(target.asLong()) ? "group" : "qq", target);
            content.putNull("target");
        }
    }

    private static JsonNode loose(JsonNode json) {
        if (json instanceof ObjectNode object) {
            ObjectNode result = Json.object();
            object.forEachEntry((name, value) -> {
                if (!(name.equals("display") && object.path("type").asString("").equals("At"))) {
                    result.set(name, loose(value));
                }
            });
            return result;
        }
        if (json instanceof ArrayNode array) {
            ArrayNode result = Json.array();
            for (JsonNode element : array) {
                if (!DROPPED.contains(element.path("type").asString(""))) {
                    result.add(loose(element));
                }
            }
            return result;
        }
        return json.isNull() ? json : Json.object().put("value", json.asString()).get("value");
    }

}
