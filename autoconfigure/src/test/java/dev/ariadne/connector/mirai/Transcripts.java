package dev.ariadne.connector.mirai;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.ariadne.json.Json;
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
