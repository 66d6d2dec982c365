package dev.ariadne.connector.mirai;

import java.net.http.HttpClient;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import dev.ariadne.Ariadne;
import dev.ariadne.ConnectorSettings;
import dev.ariadne.concurrent.DaemonThreadFactory;
import dev.ariadne.concurrent.RetryingExecutor;
import dev.ariadne.connector.ConnectFailedException;
import dev.ariadne.connector.ConnectFailedException.Retry;
import dev.ariadne.connector.ConnectRequest;
import dev.ariadne.connector.Connection;
import dev.ariadne.connector.Connector;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connects accounts to mirai-api-http v2, by links that this side opens or the server.
 *
 * @since 0.1.0
 */
public final class MiraiConnector implements Connector, AutoCloseable {

    /** The name of this connector. */
    public static final String NAME = "mirai";

    private static final Logger logger = LoggerFactory.getLogger(MiraiConnector.class);

    private static final String THREAD_PREFIX = "ariadne-mirai-";

    private static final int MIN_THREADS = 4;

    private static final long CLOSE_TIMEOUT_MILLIS = 2000;

    private final ThreadPoolExecutor pool = pool();

    private final Executor executor = new RetryingExecutor(this.pool);

    private final MiraiEndpoints endpoints;

    // Files may be slow, and are to hold up neither anything else nor each other.
    private final ThreadPoolExecutor reading = new ThreadPoolExecutor(0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS,
            new SynchronousQueue<>(), new DaemonThreadFactory(THREAD_PREFIX + "upload-"),
            (action, pool) -> action.run());

    private final SessionReleases releases = new SessionReleases();

    // Guards client and closed.
    private final ReentrantLock lock = new ReentrantLock();

    private @Nullable HttpClient client;

    private boolean closed;

    /**
     * Creates a connector that knows the links only that this side opens.
     */
    public MiraiConnector() {
        this(new MiraiEndpoints(Set.of()));
    }

    /**
     * Creates a connector.
     *
     * @param endpoints where servers reach this application
     */
    public MiraiConnector(MiraiEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    private static ThreadPoolExecutor pool() {
        int threads = Math.max(MIN_THREADS, Runtime.getRuntime().availableProcessors());
        // What is still to be done after close() is done by who asks for it.
        ThreadPoolExecutor pool = new ThreadPoolExecutor(threads, threads, 10, TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(), new DaemonThreadFactory(THREAD_PREFIX), (action, closed) -> action.run());
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public CompletableFuture<Connection> connect(ConnectRequest request) {
        if (!(request.settings() instanceof MiraiSettings settings)) {
            throw new IllegalArgumentException("Not settings of mirai-api-http: " + request.settings());
        }
        HttpClient client = client();
        if (client == null) {
            return failed("the connector is closed");
        }
        if (settings.websocketClient() != null) {
            return byWebSocket(request, settings, settings.websocketClient(), client);
        }
        if (settings.websocketServer() != null || settings.httpServer() != null) {
            return byServersLink(request, settings, client);
        }
        return byHttp(request, settings, HttpConnection.Mode.EVENTS_AND_CALLS, client);
    }

    private CompletableFuture<Connection> byWebSocket(ConnectRequest request, MiraiSettings settings,
            MiraiSettings.WebSocketClient link, HttpClient client) {
        ConnectFailures failures = new ConnectFailures(request.ariadne(), link.endpoint(),
                ConnectFailures.Link.WEBSOCKET);
        return new ConnectAttempt(request, failures, this.executor, requests(settings, client)).start(client,
                settings.verifyKey());
    }

    /** Opens a session by the {@code http-client}, which is to be there. */
    private CompletableFuture<Connection> byHttp(ConnectRequest request, MiraiSettings settings,
            HttpConnection.Mode mode, HttpClient client) {
        HttpRequests requests = Objects.requireNonNull(requests(settings, client));
        ConnectFailures failures = new ConnectFailures(request.ariadne(), requests.base(), ConnectFailures.Link.HTTP);
        return new HttpAttempt(request, requests, failures, this.releases, mode).start(settings.verifyKey());
    }

    /** Returns what makes requests by the {@code http-client}, null if there is none. */
    private @Nullable HttpRequests requests(MiraiSettings settings, HttpClient client) {
        MiraiSettings.HttpClient link = settings.httpClient();
        return (link != null) ? new HttpRequests(client, link.base(), this.executor, this.reading) : null;
    }

    private static CompletableFuture<Connection> failed(String message) {
        return CompletableFuture.failedFuture(new ConnectFailedException(message, Retry.NEVER, null));
    }

    private @Nullable HttpClient client() {
        this.lock.lock();
        try {
            if (this.client == null && !this.closed) {
                // On the thread that reads, so that it learns of the wish for the next message before it reads on. All
                // that is done there is to put messages together, and to decode short ones: long ones, and all that may
                // take long or block, are handed to an executor.
                this.client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(Runnable::run)
                        .build();
            }
            return this.client;
        }
        finally {
            this.lock.unlock();
        }
    }

    /**
     * Ends the threads of this connector. Its connections are to be closed before; what is left of them is torn down
     * where the JDK can do so (21 and newer). Connects no more.
     */
    @Override
    public void close() {
        this.endpoints.close();
        HttpClient client;
        this.lock.lock();
        try {
            client = this.client;
            this.client = null;
            this.closed = true;
        }
        finally {
            this.lock.unlock();
        }
        if (client instanceof AutoCloseable closeable) {
            tearDown(closeable);
        }
        this.reading.shutdown();
        this.pool.shutdown();
    }

    /** The client's own close() waits for all links, without a limit, unless its thread is interrupted. */
    private static void tearDown(AutoCloseable client) {
        Thread closer = new DaemonThreadFactory(THREAD_PREFIX + "close-").newThread(() -> closeQuietly(client));
        closer.start();
        closer.interrupt();
        try {
            closer.join(CLOSE_TIMEOUT_MILLIS);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    private static void closeQuietly(AutoCloseable client) {
        try {
            client.close();
        }
        catch (Exception ex) {
            logger.debug("The HTTP client did not close in good order", ex);
        }
    }

    /** Begins to accept what the account's server sends of its own accord, if its link is of that kind. */
    @Override
    public void added(Ariadne ariadne, ConnectorSettings settings) {
        if (settings instanceof MiraiSettings mirai) {
            this.endpoints.add(ariadne, mirai, this.executor);
        }
    }

    @Override
    public void stopped(Ariadne ariadne) {
        if (this.endpoints.of(ariadne) instanceof WebhookEndpoint webhook) {
            webhook.stopped();
        }
    }

    @Override
    public void removed(Ariadne ariadne) {
        this.endpoints.remove(ariadne);
    }

    private CompletableFuture<Connection> byServersLink(ConnectRequest request, MiraiSettings settings,
            HttpClient client) {
        MiraiEndpoint endpoint = this.endpoints.of(request.ariadne());
        if (endpoint instanceof ReverseEndpoint reverse) {
            return reverse.connect(request, settings.verifyKey(), requests(settings, client));
        }
        if (endpoint instanceof WebhookEndpoint webhook) {
            return WebhookConnection.connect(request, webhook, this.executor, (settings.httpClient() == null) ? null
                    : (own) -> byHttp(own, settings, HttpConnection.Mode.CALLS, client));
        }
        return failed("the account was removed");
    }

}
