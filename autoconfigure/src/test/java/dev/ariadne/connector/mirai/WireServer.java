package dev.ariadne.connector.mirai;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import javax.net.ssl.SSLSocketFactory;

import dev.ariadne.json.Json;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A WebSocket server on a real socket that does what a test tells it.
 */
final class WireServer implements AutoCloseable {

    static final String SESSION = "{\"syncId\":\"\",\"data\":{\"code\":0,\"session\":\"c2Yh46vC\"}}";

    private final BlockingQueue<Link> links = new LinkedBlockingQueue<>();

    private final Consumer<Link> greeting;

    private final MockWebServer server;

    /** Starts a server that accepts every account. */
    WireServer() throws IOException {
        this((link) -> link.send(SESSION));
    }

    /** Starts a server that does something else with every new link. */
    WireServer(Consumer<Link> greeting) throws IOException {
        this(0, greeting);
    }

    WireServer(int port, Consumer<Link> greeting) throws IOException {
        this(port, greeting, null);
    }

    /** Starts a server that accepts every account, by TLS. */
    WireServer(SSLSocketFactory tls) throws IOException {
        this(0, (link) -> link.send(SESSION), tls);
    }

    private WireServer(int port, Consumer<Link> greeting, @Nullable SSLSocketFactory tls) throws IOException {
        this.greeting = greeting;
        this.server = new MockWebServer();
        if (tls != null) {
            this.server.useHttps(tls);
        }
        this.server.setDispatcher(new Upgrade());
        this.server.start(InetAddress.getLoopbackAddress(), port);
    }

    static String event(String data) {
        return "{\"syncId\":\"-1\",\"data\":" + data + "}";
    }

    static String friendMessage(String text) {
        return event("{\"type\":\"FriendMessage\",\"messageChain\":[{\"type\":\"Source\",\"id\":1,\"time\":1795370479},"
                + "{\"type\":\"Plain\",\"text\":\"" + text + "\"}],"
                + "\"sender\":{\"id\":20001,\"nickname\":\"Alice\",\"remark\":\"best friend\"}}");
    }

    URI url() {
        return URI.create("http://localhost:" + this.server.getPort());
    }

    /** Waits for the upgrade request. */
    RecordedRequest request() throws InterruptedException {
        return Objects.requireNonNull(this.server.takeRequest(10, TimeUnit.SECONDS));
    }

    /** Waits for the next link. */
    Link link() throws InterruptedException {
        return Objects.requireNonNull(this.links.poll(10, TimeUnit.SECONDS), "nobody connected");
    }

    @Override
    public void close() {
        this.server.close();
    }

    private final class Upgrade extends Dispatcher {

        @Override
        public MockResponse dispatch(RecordedRequest request) {
            return new MockResponse.Builder().webSocketUpgrade(new Link()).build();
        }

    }

    /** One WebSocket, seen from the server. */
    final class Link extends WebSocketListener {

        private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();

        private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();

        private volatile WebSocket webSocket = new NoWebSocket();

        void send(String text) {
            this.webSocket.send(text);
        }

        void sendBinary(byte[] bytes) {
            this.webSocket.send(ByteString.of(bytes));
        }

        /** Closes with a close frame. */
        void close(int code, String reason) {
            this.webSocket.close(code, reason);
        }

        /** Waits for the next command. */
        JsonNode command() throws InterruptedException {
            return Json.parse(Objects.requireNonNull(this.texts.poll(10, TimeUnit.SECONDS), "no command came"));
        }

        /** Answers a command. */
        void answer(JsonNode command, String data) {
            send("{\"syncId\":\"" + command.get("syncId").stringValue() + "\",\"data\":" + data + "}");
        }

        /** Waits for the end of the link, the close code of the other side or "broken". */
        String end() throws InterruptedException {
            return Objects.requireNonNull(this.ends.poll(10, TimeUnit.SECONDS), "the link did not end");
        }

        @Override
        public void onOpen(WebSocket webSocket, Response response) {
            this.webSocket = webSocket;
            WireServer.this.greeting.accept(this);
            WireServer.this.links.add(this);
        }

        @Override
        public void onMessage(WebSocket webSocket, String text) {
            this.texts.add(text);
        }

        @Override
        public void onClosing(WebSocket webSocket, int code, String reason) {
            this.ends.add(Integer.toString(code));
            webSocket.close(code, reason);
        }

        @Override
        public void onFailure(WebSocket webSocket, Throwable failure, @Nullable Response response) {
            this.ends.add("broken");
        }

    }

    private static final class NoWebSocket implements WebSocket {

        @Override
        public okhttp3.Request request() {
            throw new IllegalStateException("Not open yet");
        }

        @Override
        public long queueSize() {
            return 0;
        }

        @Override
        public boolean send(String text) {
            throw new IllegalStateException("Not open yet");
        }

        @Override
        public boolean send(ByteString bytes) {
            throw new IllegalStateException("Not open yet");
        }

        @Override
        public boolean close(int code, @Nullable String reason) {
            return false;
        }

        @Override
        public void cancel() {
        }

    }

}
