package dev.ariadne.connector.mirai;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.ariadne.json.Json;
import dev.ariadne.json.MalformedJsonException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A command that was sent to a real server, and its answer.
 *
 * @param file the transcript
 * @param name the name of the line
 * @param command the command, by its name on a WebSocket
 * @param subCommand its sub-command, null if it has none
 * @param method how it was made by HTTP, null on a WebSocket
 * @param content its parameters
 * @param files the names of the parts that are files, with the names of the files
 * @param answer what the server answered
 */
record RecordedCall(String file, String name, String command, @Nullable String subCommand,
        Command.@Nullable Method method, ObjectNode content, Map<String, String> files, JsonNode answer) {

    static final String HTTP = "02-http-commands.jsonl";

    static final String WEB_SOCKET = "04-ws-commands.jsonl";

    /** Lines that are no calls; each for a reason. A line that is not here must be understood. */
    private static final Map<String, String> NO_CALLS = Map.ofEntries(
            Map.entry("sendFriendMessage.GET", "refused by an HTTP status: the wrong method"),
            Map.entry("friendList.POST", "refused by an HTTP status: the wrong method"),
            Map.entry("underscore-path", "refused by an HTTP status: no such path"),
            Map.entry("trailing-slash", "refused by an HTTP status: no such path"),
            Map.entry("body.bad-json", "a body that we never write"),
            Map.entry("body.array", "a body that we never write"),
            Map.entry("body.no-content-type", "refused by an HTTP status: no content type"),
            Map.entry("sessionInfo.no-content", "answers success around a refusal; we always send a content"),
            Map.entry("syncId.missing", "a frame without a syncId, which we never send"),
            Map.entry("syncId.object", "a frame without a syncId, which we never send"),
            Map.entry("syncId.reserved-minus-1", "the answer cannot be told from an event; we never send it"),
            Map.entry("lenient-unquoted", "a frame that is not JSON"),
            Map.entry("bad-json", "a frame that is not JSON"),
            Map.entry("not-json", "a frame that is not JSON"), Map.entry("empty-text", "a frame that is not JSON"),
            Map.entry("array", "a frame that is no command"),
            Map.entry("missing-command", "a frame that is no command"),
            Map.entry("command-null", "a frame that is no command"),
            Map.entry("trailing-comma", "a frame that is not JSON"),
            Map.entry("single-quotes", "a frame that is not JSON"),
            Map.entry("trailing-garbage", "a frame that is not JSON"), Map.entry("comment", "a frame that is not JSON"),
            Map.entry("duplicate-key", "a frame that we never write"),
            Map.entry("utf8-bom", "a frame that is not JSON"),
            Map.entry("binary-frame", "about frames, not calls"),
            Map.entry("one-mebibyte-text", "about frames, not calls; described in words"),
            Map.entry("pipelining-50", "about frames, not calls; described in words"));

    private static final Pattern MULTIPART = Pattern
        .compile("multipart/form-data fields=(\\{.*?\\})(?: file part \"(\\w+)\" filename=\"([^\"]+)\".*)?");

    private static final Set<String> WITH_SUB_COMMANDS = Set.of("groupConfig", "memberInfo");

    static List<RecordedCall> all() {
        List<RecordedCall> calls = new ArrayList<>();
        for (JsonNode line : Transcripts.lines(HTTP)) {
            if (!NO_CALLS.containsKey(line.get("name").stringValue())) {
                calls.add(http(line));
            }
        }
        for (JsonNode line : Transcripts.lines(WEB_SOCKET)) {
            if (!NO_CALLS.containsKey(line.get("name").stringValue())) {
                calls.add(webSocket(line));
            }
        }
        return calls;
    }

    static Set<String> namesOfNoCalls() {
        return NO_CALLS.keySet();
    }

    private static RecordedCall http(JsonNode line) {
        JsonNode request = line.get("request");
        String[] target = request.get("path").stringValue().split("\\?", 2);
        String command = target[0].substring(1).replace('/', '_');
        JsonNode body = request.get("body");
        JsonNode answer = Json.parse(line.get("response").get("body").stringValue());
        String name = line.get("name").stringValue();
        if (request.get("method").stringValue().equals("GET")) {
            return new RecordedCall(HTTP, name, command, subCommand(command, "get"), Command.Method.GET,
                    query((target.length > 1) ? target[1] : ""), Map.of(), answer);
        }
        Matcher multipart = MULTIPART.matcher(body.stringValue());
        if (!multipart.matches()) {
            return new RecordedCall(HTTP, name, command, subCommand(command, "update"), Command.Method.POST,
                    (ObjectNode) Json.parse(body.stringValue()), Map.of(), answer);
        }
        Map<String, String> files = (multipart.group(2) != null) ? Map.of(multipart.group(2), multipart.group(3))
                : Map.of();
        return new RecordedCall(HTTP, name, command, null, Command.Method.UPLOAD,
                (ObjectNode) Json.parse(multipart.group(1)), files, answer);
    }

    private static @Nullable String subCommand(String command, String subCommand) {
        return WITH_SUB_COMMANDS.contains(command) ? subCommand : null;
    }

    private static ObjectNode query(String query) {
        ObjectNode content = Json.object();
        for (String parameter : query.split("&", -1)) {
            String[] entry = parameter.split("=", 2);
            if (entry.length == 2) {
                content.put(entry[0], URLDecoder.decode(entry[1], StandardCharsets.UTF_8));
            }
        }
        return content;
    }

    private static RecordedCall webSocket(JsonNode line) {
        String name = line.get("name").stringValue();
        try {
            JsonNode frame = Json.parse(line.get("send").stringValue());
            JsonNode content = frame.path("content");
            JsonNode subCommand = frame.path("subCommand");
            return new RecordedCall(WEB_SOCKET, name, frame.get("command").stringValue(),
                    subCommand.isString() ? subCommand.stringValue() : null, null,
                    content.isObject() ? (ObjectNode) content : Json.object(), Map.of(),
                    Json.parse(line.get("reply").stringValue()).get("data"));
        }
        catch (RuntimeException ex) {
            throw new MalformedJsonException("the line " + name + " of " + WEB_SOCKET + " is not understood: " + ex);
        }
    }

    boolean succeeded() {
        return this.answer.path("code").asInt(0) == 0;
    }

    @Override
    public String toString() {
        return this.file.substring(0, 2) + " " + this.name;
    }

}
