package dev.ariadne.connector.mirai;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;

import tools.jackson.databind.JsonNode;

/**
 * The body of an upload as {@code multipart/form-data} (RFC 7578): the fields, then the files. Files are read when they
 * are sent, a piece at a time, on an executor of their own, and for one request only.
 */
final class MultipartBody implements HttpRequest.BodyPublisher {

    private static final String NEW_LINE = "\r\n";

    private final String boundary;

    private final List<BodyPart> parts;

    private final Executor reading;

    private final CompletableFuture<IOException> failed = new CompletableFuture<>();

    private final CompletableFuture<Void> stopped = new CompletableFuture<>();

    private MultipartBody(String boundary, List<BodyPart> parts, Executor reading) {
        this.boundary = boundary;
        this.parts = parts;
        this.reading = reading;
    }

    /**
     * Returns the body of a command. May block.
     *
     * @throws ContentException if the length of a file cannot be found out
     */
    static MultipartBody of(Command<?> command, Executor reading) throws ContentException {
        String boundary = "ariadne-" + UUID.randomUUID();
        List<BodyPart> parts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : command.content().properties()) {
            if (!field.getValue().isNull()) {
                parts.add(text(head(boundary, field.getKey(), "") + NEW_LINE + HttpRequests.text(field.getValue())
                        + NEW_LINE));
            }
        }
        for (FilePart file : command.files()) {
            parts.add(text(head(boundary, file.name(), "; filename=\"" + quoted(file.fileName()) + "\"")
                    + "Content-Type: application/octet-stream" + NEW_LINE + NEW_LINE));
            parts.add(BodyPart.of(file));
            parts.add(text(NEW_LINE));
        }
        parts.add(text("--" + boundary + "--" + NEW_LINE));
        return new MultipartBody(boundary, List.copyOf(parts), reading);
    }

    private static BodyPart text(String text) {
        return BodyPart.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String head(String boundary, String name, String more) {
        return "--" + boundary + NEW_LINE + "Content-Disposition: form-data; name=\"" + quoted(name) + "\"" + more
                + NEW_LINE;
    }

    /** What would end the quotes or the line is percent-encoded, as browsers do. */
    private static String quoted(String text) {
        return text.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    String contentType() {
        return "multipart/form-data; boundary=" + this.boundary;
    }

    /** Returns what is completed, normally, with the reason if a file cannot be read. */
    CompletableFuture<IOException> failed() {
        return this.failed;
    }

    /** Reads no further. */
    void stop() {
        this.stopped.complete(null);
    }

    @Override
    public long contentLength() {
        long length = 0;
        for (BodyPart part : this.parts) {
            if (part.length() < 0) {
                return -1;
            }
            length += part.length();
        }
        return length;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        MultipartReader reader = new MultipartReader(this.parts, subscriber, this.reading, this.failed::complete);
        reader.start();
        this.stopped.thenRun(reader::stop);
    }

}
