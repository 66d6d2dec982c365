package dev.ariadne.chaos;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import dev.ariadne.json.Json;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import tools.jackson.databind.JsonNode;

/**
 * A mirai-api-http of sorts: opens a session for every account, answers commands (now and then it does not), and sends
 * numbered messages.
 */
final class PeerServer implements AutoCloseable {

    private static final String SESSION = "{\"syncId\":\"\",\"data\":{\"code\":0,\"session\":\"chaos\"}}";

    private static final int FRIENDS = 5;

    private final Map<Long, WebSocket> links = new ConcurrentHashMap<>();

    private final AtomicLong numbers = new AtomicLong();

    private final Random random;

    private final MockWebServer server = new MockWebServer();

    PeerServer(Random random) throws IOException {
        this.random = random;
        this.server.setDispatcher(new Upgrade());
        this.server.start(InetAddress.getLoopbackAddress(), 0);
    }

    int port() {
        return this.server.getPort();
    }

    /** A friend of a random account says the next number. */
    void say() {
        Object[] accounts = this.links.keySet().toArray();
        if (accounts.length > 0) {
            WebSocket link = this.links.get(accounts[this.random.nextInt(accounts.length)]);
            long number = this.numbers.incrementAndGet();
            if (link != null) {
                link.send("{\"syncId\":\"-1\",\"data\":{\"type\":\"FriendMessage\",\"messageChain\":[{\"type\":\"Source\","
                        + "\"id\":1,\"time\":1795370479},{\"type\":\"Plain\",\"text\":\"" + number + "\"}],\"sender\":"
                        + "{\"id\":" + (20000 + number % FRIENDS) + ",\"nickname\":\"f\",\"remark\":\"\"}}}");
            }
        }
    }

    /** Closes all links in good order, as a server does before it restarts. */
    void closeLinks() {
        this.links.values().forEach((link) -> link.close(1001, "restarting"));
    }

    @Override
    public void close() {
        this.server.close();
    }

    private final class Upgrade extends Dispatcher {

        @Override
        public MockResponse dispatch(RecordedRequest request) {
            String account = request.getHeaders().get("qq");
            return new MockResponse.Builder().webSocketUpgrade(new Link(Long.parseLong(account))).build();
        }

    }

    private final class Link extends WebSocketListener {

        private final long account;

        Link(long account) {
            this.account = account;
        }

        @Override
        public void onOpen(WebSocket webSocket, Response response) {
            webSocket.send(SESSION);
            PeerServer.this.links.put(this.account, webSocket);
        }

        @Override
        public void onMessage(WebSocket webSocket, String text) {
            JsonNode command = Json.parse(text);
            boolean heartbeat = "sessionInfo".equals(command.get("command").stringValue());
            if (heartbeat || PeerServer.this.random.nextInt(50) > 0) {
                webSocket.send("{\"syncId\":\"" + command.get("syncId").stringValue()
                        + "\",\"data\":{\"code\":0,\"msg\":\"success\",\"messageId\":1}}");
            }
        }

        @Override
        public void onClosing(WebSocket webSocket, int code, String reason) {
            webSocket.close(code, reason);
            PeerServer.this.links.remove(this.account, webSocket);
        }

    }

}
