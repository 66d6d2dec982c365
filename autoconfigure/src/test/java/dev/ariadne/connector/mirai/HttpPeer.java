package dev.ariadne.connector.mirai;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.ariadne.json.Json;
import tools.jackson.databind.JsonNode;

/**
 * An HTTP server on a real socket. What it is told to answer by itself it answers; all other requests wait for the
 * test.
 */
final class HttpPeer implements AutoCloseable {

    static final String SESSION = "k7CvQ4K2";

    static final String OK = "{\"code\":0,\"msg\":\"success\"}";

    static final String NONE = "{\"code\":0,\"msg\":\"\",\"data\":[]}";

    private final HttpServer server;

    private final ExecutorService executor = Executors.newCachedThreadPool();

    private final Map<String, BlockingQueue<Request>> requests = new ConcurrentHashMap<>();

    private final Map<String, String> answers = new ConcurrentHashMap<>();

    /** Starts a server that opens and releases sessions. */
    HttpPeer() throws IOException {
        this(0);
    }

    HttpPeer(int port) throws IOException {
        answer("/verify", "{\"code\":0,\"session\":\"" + SESSION + "\"}");
        answer("/bind", OK);
        answer("/release", OK);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
        this.server.setExecutor(this.executor);
        this.server.createContext("/", this::handle);
        this.server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Request request = new Request(exchange, exchange.getRequestBody().readAllBytes());
        String answer = this.answers.get(request.path());
        if (answer != null) {
            request.answer(answer);
        }
        queue(request.path()).add(request);
    }

    /** Answers all requests for a path in the same way. */
    void answer(String path, String answer) {
        this.answers.put(path, answer);
    }

    /** Lets requests for a path wait for the test. */
    void hold(String path) {
        this.answers.remove(path);
    }

    private BlockingQueue<Request> queue(String path) {
        return this.requests.computeIfAbsent(path, (key) -> new LinkedBlockingQueue<>());
    }

    /** Waits for the next request for a path. */
    Request next(String path) throws InterruptedException {
        return Objects.requireNonNull(queue(path).poll(10, TimeUnit.SECONDS), "no request for " + path);
    }

    Request poll() throws InterruptedException {
        return next("/fetchMessage");
    }

    /** Returns how many requests for a path nobody has taken. */
    int count(String path) {
        return queue(path).size();
    }

    URI url() {
        return URI.create("http://localhost:" + port());
    }

    int port() {
        return this.server.getAddress().getPort();
    }

    /** Returns the answer to a poll that has friend messages with the given texts. */
    static String messages(String... texts) {
        StringBuilder events = new StringBuilder();
        for (String text : texts) {
            events.append(events.isEmpty() ? "" : ",").append("{\"type\":\"FriendMessage\",\"messageChain\":["
                    + "{\"type\":\"Source\",\"id\":1,\"time\":1795370479},{\"type\":\"Plain\",\"text\":\"" + text
                    + "\"}],\"sender\":{\"id\":20001,\"nickname\":\"Alice\",\"remark\":\"best friend\"}}");
        }
        return "{\"code\":0,\"msg\":\"\",\"data\":[" + events + "]}";
    }

    /** Ends at once, with all connections. */
    @Override
    public void close() {
        this.server.stop(0);
        this.executor.shutdownNow();
    }

    /** One request. */
    static final class Request {

        private final HttpExchange exchange;

        private final byte[] body;

        Request(HttpExchange exchange, byte[] body) {
            this.exchange = exchange;
            this.body = body;
        }

        HttpExchange exchange() {
            return this.exchange;
        }

        byte[] body() {
            return this.body;
        }

        String path() {
            return this.exchange.getRequestURI().getPath();
        }

        String method() {
            return this.exchange.getRequestMethod();
        }

        URI uri() {
            return this.exchange.getRequestURI();
        }

        /** Returns a header, or an empty text. */
        String header(String name) {
            return Objects.requireNonNullElse(this.exchange.getRequestHeaders().getFirst(name), "");
        }

        String text() {
            return new String(this.body, StandardCharsets.UTF_8);
        }

        JsonNode json() {
            return Json.parse(text());
        }

        void answer(String answer) throws IOException {
            answer(200, answer);
        }

        void answer(int status, String answer) throws IOException {
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            this.exchange.sendResponseHeaders(status, (bytes.length == 0) ? -1 : bytes.length);
            if (bytes.length > 0) {
                this.exchange.getResponseBody().write(bytes);
            }
            this.exchange.close();
        }

    }

}
