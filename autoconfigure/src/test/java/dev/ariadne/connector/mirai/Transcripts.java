package dev.ariadne.connector.mirai;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.ariadne.json.Json;
import dev.ariadne.json.MalformedJsonException;
import tools.jackson.databind.JsonNode;

/**
 * What a real server has said.
 */
final class Transcripts {

    private Transcripts() {
    }

    /** Returns the lines of a transcript. */
    static List<JsonNode> lines(String file) {
        try (InputStream input = Objects.requireNonNull(Transcripts.class.getResourceAsStream("/mirai/" + file))) {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8).lines().map(Json::parse).toList();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** Returns the handshakes of a transcript that came to a WebSocket with at least one frame. */
    static List<Handshake> handshakes(String file) {
        List<Handshake> handshakes = new ArrayList<>();
        for (JsonNode line : lines(file)) {
            List<String> frames = new ArrayList<>();
            for (JsonNode frame : line.path("frames")) {
                if (frame.get("d").stringValue().equals("S")) {
                    frames.add(frame.get("text").stringValue());
                }
            }
            if (!frames.isEmpty()) {
                handshakes.add(new Handshake(line.get("name").stringValue(), frames,
                        line.path("close").path("reason").asString("")));
            }
        }
        return handshakes;
    }

    /** Returns all events of a transcript, as frames. */
    static List<Event> events(String file) {
        List<Event> events = new ArrayList<>();
        for (JsonNode line : lines(file)) {
            for (JsonNode frame : line.path("all")) {
                events.add(new Event(line.get("name").stringValue(), frame.stringValue()));
            }
        }
        return events;
    }

    /** Returns the names of all transcripts, in order. */
    static List<String> files() {
        try (Stream<Path> files = Files.list(Path.of(Objects.requireNonNull(
                Transcripts.class.getResource("/mirai")).toURI()))) {
            return files.map((file) -> file.getFileName().toString()).filter((name) -> name.endsWith(".jsonl"))
                .sorted().toList();
        }
        catch (IOException | URISyntaxException ex) {
            throw new IllegalStateException(ex);
        }
    }

    /** Returns everything in all transcripts that is an event, wherever it is: in a frame, a body or an answer. */
    static List<Recorded> allEvents() {
        List<Recorded> events = new ArrayList<>();
        for (String file : files()) {
            for (JsonNode line : lines(file)) {
                String name = line.get("name").stringValue();
                walk(line, Transcripts::isEvent, (json) -> events.add(new Recorded(file, name, json)));
            }
        }
        return events;
    }

    private static boolean isEvent(JsonNode json) {
        return json.isObject() && json.path("type").asString("").matches("[A-Z]\\w*(Message|Event[A-Z]?\\w*)");
    }

    /** Returns all chains that a client has sent, of all transcripts. */
    static List<Recorded> sentChains() {
        List<Recorded> chains = new ArrayList<>();
        for (String file : files()) {
            for (JsonNode line : lines(file)) {
                String name = line.get("name").stringValue();
                for (JsonNode sent : List.of(line.path("send"), line.at("/request/body"), line.path("ourReply"))) {
                    walk(sent, (json) -> json.has("messageChain"),
                            (json) -> chains.add(new Recorded(file, name, json.get("messageChain"))));
                }
            }
        }
        return chains;
    }

    /** Looks at a tree, and at the JSON in its texts. What is found is not looked into. */
    private static void walk(JsonNode json, Predicate<JsonNode> which, Consumer<JsonNode> found) {
        if (which.test(json)) {
            found.accept(json);
        }
        else if (json.isString()) {
            embedded(json.stringValue(), which, found);
        }
        else {
            json.forEach((child) -> walk(child, which, found));
        }
    }

    private static void embedded(String text, Predicate<JsonNode> which, Consumer<JsonNode> found) {
        if (text.startsWith("{") || text.startsWith("[")) {
            JsonNode json;
            try {
                json = Json.parse(text);
            }
            catch (MalformedJsonException ex) {
                return;
            }
            walk(json, which, found);
        }
    }

    /** Something in a line of a transcript. */
    record Recorded(String file, String name, JsonNode json) {

        @Override
        public String toString() {
            return this.file.replace(".jsonl", "") + " " + this.name;
        }

    }

    record Handshake(String name, List<String> frames, String closeReason) {

        boolean isAccepted() {
            return this.frames.get(0).contains("\"code\":0");
        }

        @Override
        public String toString() {
            return this.name;
        }

    }

    record Event(String name, String frame) {

        @Override
        public String toString() {
            return this.name;
        }

    }

}
