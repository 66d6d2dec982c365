package dev.ariadne.connector.mirai;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

import dev.ariadne.Ariadne;
import dev.ariadne.concurrent.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * The paths at which this application accepts links that servers open. Those of an account are there from when it is
 * added until it is removed, also while it is stopped: a server that is refused once dials no more (protocol notes 7).
 *
 * @since 0.1.0
 */
public final class MiraiEndpoints {

    /** So many links may keep a thread of the web server waiting at a time, all accounts together. */
    static final int MAX_PAUSES = 8;

    private static final Duration DEFAULT_HEARTBEAT_INTERVAL = Duration.ofSeconds(30);

    private final Set<ServerLink> served;

    private final Duration heartbeatInterval;

    private final Scheduler scheduler;

    private final Map<String, MiraiEndpoint> endpoints = new ConcurrentHashMap<>();

    private final Map<Ariadne, String> paths = new ConcurrentHashMap<>();

    private final Semaphore pauses = new Semaphore(MAX_PAUSES);

    private volatile boolean leaving;

    /**
     * Creates the endpoints of an application whose heartbeat interval is that of the defaults.
     *
     * @param served the kinds of link that there is a web server for
     */
    public MiraiEndpoints(Collection<ServerLink> served) {
        this(served, DEFAULT_HEARTBEAT_INTERVAL);
    }

    /**
     * Creates the endpoints of an application.
     *
     * @param served the kinds of link that there is a web server for
     * @param heartbeatInterval how often a link that nobody uses makes sure that it is alive
     */
    public MiraiEndpoints(Collection<ServerLink> served, Duration heartbeatInterval) {
        this(served, heartbeatInterval, new LastingScheduler());
    }

    MiraiEndpoints(Collection<ServerLink> served, Duration heartbeatInterval, Scheduler scheduler) {
        this.served = Set.copyOf(served);
        this.heartbeatInterval = heartbeatInterval;
        this.scheduler = scheduler;
    }

    /**
     * Returns the endpoint at a path, null if there is none. The path is that of the request within the application, as
     * it was sent.
     */
    public @Nullable MiraiEndpoint at(String path) {
        return this.endpoints.get(path);
    }

    /** Returns the endpoint of an account, null if its server opens no link. */
    @Nullable MiraiEndpoint of(Ariadne ariadne) {
        String path = this.paths.get(ariadne);
        return (path != null) ? at(path) : null;
    }

    void add(Ariadne ariadne, MiraiSettings settings, Executor executor) {
        MiraiSettings.WebSocketServer webSocketServer = settings.websocketServer();
        if (webSocketServer != null) {
            requireServed(ServerLink.WEBSOCKET_SERVER);
            ReverseEndpoint endpoint = new ReverseEndpoint(ariadne, webSocketServer, this, executor);
            put(ariadne, webSocketServer.path(), endpoint);
            endpoint.warnIfOpen();
        }
        MiraiSettings.HttpServer httpServer = settings.httpServer();
        if (httpServer != null) {
            requireServed(ServerLink.HTTP_SERVER);
            WebhookEndpoint endpoint = new WebhookEndpoint(ariadne, httpServer);
            put(ariadne, httpServer.path(), endpoint);
            endpoint.warnIfOpen(httpServer.path());
        }
    }

    private void requireServed(ServerLink link) {
        if (!this.served.contains(link)) {
            throw new IllegalArgumentException("A " + link.key() + " needs a servlet web server: add the dependency "
                    + link.dependency());
        }
    }

    private void put(Ariadne ariadne, String path, MiraiEndpoint endpoint) {
        if (this.endpoints.putIfAbsent(path, endpoint) != null) {
            throw new IllegalArgumentException("The path " + path + " is that of another account " + owners(path)
                    + "already; give each link a path of its own");
        }
        this.paths.put(ariadne, path);
    }

    private String owners(String path) {
        return this.paths.entrySet().stream().filter((entry) -> entry.getValue().equals(path))
            .map((entry) -> "('" + entry.getKey().name() + "') ").collect(Collectors.joining());
    }

    void remove(Ariadne ariadne) {
        String path = this.paths.remove(ariadne);
        if (path != null && this.endpoints.remove(path) instanceof ReverseEndpoint reverse) {
            reverse.closeFree(true);
        }
    }

    /**
     * The application begins to stop. From now on all that ends, ends for that reason, and whoever dials is sent away
     * with a close frame at once.
     */
    public void leave() {
        this.leaving = true;
        closeFree(false);
    }

    /**
     * The application has started, perhaps again.
     */
    public void stay() {
        this.leaving = false;
    }

    boolean isLeaving() {
        return this.leaving;
    }

    /** Closes all sockets. Connections are to be closed before. */
    void close() {
        this.leaving = true;
        closeFree(true);
    }

    private void closeFree(boolean remove) {
        this.endpoints.values().forEach((endpoint) -> {
            if (endpoint instanceof ReverseEndpoint reverse) {
                reverse.closeFree(remove);
            }
        });
    }

    /** Returns the heartbeat of a link for while nobody uses it. */
    Heartbeat heartbeat(Heartbeat.Link link) {
        return new Heartbeat(this.heartbeatInterval, this.scheduler, link);
    }

    ReverseEndpoint.@Nullable Pause pauseOrNull() {
        return this.pauses.tryAcquire() ? this.pauses::release : null;
    }

}
