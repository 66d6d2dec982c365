package dev.ariadne.connector.mirai.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import dev.ariadne.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a mirai-api-http does that dials: says nothing of its own accord, and answers as a script says. The answers are
 * those of a real server, but for the id of the command.
 */
final class DiallingServer implements WebSocket.Listener, AutoCloseable {

    static final String ACCEPTED = reply("verify.ok-with-qq");

    static final String WRONG_KEY = reply("verify.wrong-key");

    static final String UNKNOWN_BOT = reply("verify.unknown-qq");

    static final String SENT = reply("send-after-verify");

    static final String HEARTBEAT = reply("command-after-verify");

    private final HttpClient client = HttpClient.newHttpClient();

    private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();

    final CompletableFuture<String> closed = new CompletableFuture<>();

    final AtomicInteger pings = new AtomicInteger();

    private final StringBuilder text = new StringBuilder();

    private volatile @Nullable WebSocket webSocket;

    /** Dials as the transcript has it. */
    static DiallingServer dial(URI uri) {
        return dial(uri, "?gpk=gpv&pk=pv", "hv");
    }

    static DiallingServer dial(URI uri, String query, String header) {
        DiallingServer server = new DiallingServer();
        server.webSocket = server.client.newWebSocketBuilder().header("ghk", "ghv").header("hk", header)
            .buildAsync(URI.create("ws" + uri.toString().substring(4) + query), server).join();
        return server;
    }

    /** Returns what the real server said, from the transcript. */
    static String reply(String name) {
        return frame(name, 0);
    }

    static String frame(String name, int index) {
        JsonNode line = ServedApplication.transcript("09-reverse-ws.jsonl").stream()
            .filter((candidate) -> candidate.get("name").stringValue().equals(name)).findFirst().orElseThrow();
        int found = 0;
        for (JsonNode frame : line.get("frames")) {
            if (frame.get("d").stringValue().equals("MAH") && found++ == index) {
                return frame.get("text").stringValue();
            }
        }
        throw new IllegalArgumentException(name);
    }

    JsonNode next() throws InterruptedException {
        return Objects.requireNonNull(this.received.poll(10, TimeUnit.SECONDS), "nothing was sent to the server");
    }

    boolean isQuiet() {
        return this.received.isEmpty();
    }

    void send(String text) {
        sendPart(text, true);
    }

    /** Sends a frame that is a part of a message. */
    void sendPart(String text, boolean last) {
        Objects.requireNonNull(this.webSocket).sendText(text, last).join();
    }

    /** Waits for a command and answers it. */
    JsonNode answer(String reply) throws InterruptedException {
        JsonNode command = next();
        JsonNode answer = Json.parse(reply);
        if (answer.has("syncId")) {
            ((ObjectNode) answer).set("syncId", command.get("syncId"));
        }
        send(Json.write(answer));
        return command;
    }

    /** Ends the link without a close frame. */
    void kill() {
        Objects.requireNonNull(this.webSocket).abort();
    }

    void sendClose() {
        Objects.requireNonNull(this.webSocket).sendClose(1000, "bye").join();
    }

    String awaitClose() throws Exception {
        return this.closed.get(10, TimeUnit.SECONDS);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        this.text.append(data);
        if (last) {
            this.received.add(Json.parse(this.text.toString()));
            this.text.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    /** The JDK answers by itself. */
    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket webSocket, ByteBuffer message) {
        this.pings.incrementAndGet();
        webSocket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        this.closed.complete(statusCode + " " + reason);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        this.closed.complete("error " + error);
    }

    @Override
    public void close() {
        kill();
    }

}
