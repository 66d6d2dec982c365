package dev.ariadne.connector.mirai;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;

import dev.ariadne.Ariadne;
import dev.ariadne.connector.ConnectRequest;
import dev.ariadne.connector.Connection;
import dev.ariadne.connector.ConnectionListener;
import dev.ariadne.event.AriadneEventPublisher;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The path that the server of one account dials: its reverse WebSocket. There is one socket at most; a newer one
 * replaces it, since a server that dials has lost the one before. A socket that no attempt to connect waits for is
 * kept, and kept alive.
 *
 * @since 0.1.0
 */
public final class ReverseEndpoint implements MiraiEndpoint {

    private static final Logger logger = LoggerFactory.getLogger(MiraiEndpoints.class);

    private static final String CONSEQUENCE = "; a mirai-api-http that is refused dials no more until its restart";

    private final Ariadne ariadne;

    private final String path;

    private final RequiredSecrets secrets;

    private final MiraiEndpoints endpoints;

    private final Executor executor;

    private final Refusals refusals;

    // Guards all that follows.
    private final ReentrantLock lock = new ReentrantLock();

    private @Nullable DialledSocket socket;

    private boolean used;

    private @Nullable ReverseAttempt waiting;

    private @Nullable ConnectionListener listener;

    private boolean removed;

    ReverseEndpoint(Ariadne ariadne, MiraiSettings.WebSocketServer link, MiraiEndpoints endpoints, Executor executor) {
        this.ariadne = ariadne;
        this.path = link.path();
        this.secrets = new RequiredSecrets(link.params(), link.headers());
        this.endpoints = endpoints;
        this.executor = executor;
        this.refusals = new Refusals(ariadne, this.path, CONSEQUENCE, System::nanoTime);
    }

    /**
     * Returns the path that is dialled.
     */
    public String path() {
        return this.path;
    }

    /** Warns if anybody may come. */
    void warnIfOpen() {
        if (this.secrets.isEmpty()) {
            AriadneEventPublisher.runNamed(this.ariadne.name(), () -> logger.warn(
                    "Account '{}': websocket-server requires no header or parameter, so anybody who can reach {} "
                            + "is told the verify key; set headers, here and as extraHeaders of mirai-api-http",
                    this.ariadne.name(), this.path));
        }
    }

    @Override
    public int check(EndpointRequest request) {
        List<String> missing = this.secrets.missingIn(request);
        if (missing.isEmpty()) {
            return ADMITTED;
        }
        refused("missing or wrong " + String.join(", ", missing));
        return 403;
    }

    @Override
    public void refused(String reason) {
        this.refusals.add(reason);
    }

    /**
     * A server has dialled, and its request was in order.
     *
     * @param webSocket the link to it
     * @return who is to be told what comes by it
     */
    public DialledSocket dialled(ServerWebSocket webSocket) {
        DialledSocket dialled = new DialledSocket(webSocket, this, this.executor);
        DialledSocket former = null;
        ReverseAttempt attempt = null;
        ConnectionListener told = null;
        boolean kept;
        this.lock.lock();
        try {
            kept = !this.removed && !isLeaving();
            if (kept) {
                former = this.socket;
                attempt = this.waiting;
                told = this.listener;
                this.socket = dialled;
                this.used = attempt != null;
                this.waiting = null;
            }
        }
        finally {
            this.lock.unlock();
        }
        if (kept) {
            welcome(dialled, former, attempt, told);
        }
        else {
            dialled.close();
        }
        return dialled;
    }

    void logSilent() {
        AriadneEventPublisher.runNamed(this.ariadne.name(), () -> logger.info(
                "Account '{}': the reverse WebSocket that waited at {} answers no ping; closed it", this.ariadne.name(),
                this.path));
    }

    private void welcome(DialledSocket dialled, @Nullable DialledSocket former, @Nullable ReverseAttempt attempt,
            @Nullable ConnectionListener told) {
        dialled.keepAlive();
        AriadneEventPublisher.runNamed(this.ariadne.name(),
                () -> logger.info("Account '{}': a server has dialled {}", this.ariadne.name(), this.path));
        Runnable wake = () -> {
            if (told != null) {
                told.reachable();
            }
        };
        if (former != null) {
            former.replaced(wake);
        }
        else if (attempt == null) {
            wake.run();
        }
        if (attempt != null) {
            attempt.use(dialled);
        }
    }

    /**
     * Begins an attempt.
     *
     * @param verifyKey the server's verify key
     * @param uploads makes the requests for uploads, null if there is no way to make them
     */
    CompletableFuture<Connection> connect(ConnectRequest request, String verifyKey, @Nullable HttpRequests uploads) {
        ReverseAttempt attempt = new ReverseAttempt(request, verifyKey, this, uploads);
        DialledSocket free;
        this.lock.lock();
        try {
            this.listener = request.listener();
            free = this.used ? null : this.socket;
            this.used |= free != null;
            this.waiting = (free == null) ? attempt : null;
        }
        finally {
            this.lock.unlock();
        }
        CompletableFuture<Connection> result = attempt.start();
        if (free != null) {
            attempt.use(free);
        }
        return result;
    }

    /** An attempt does not wait any more. */
    void giveUp(ReverseAttempt attempt) {
        this.lock.lock();
        try {
            if (this.waiting == attempt) {
                this.waiting = null;
            }
        }
        finally {
            this.lock.unlock();
        }
    }

    /** An attempt leaves a socket to the next one. */
    void park(DialledSocket socket) {
        boolean kept;
        this.lock.lock();
        try {
            if (this.socket == socket) {
                this.used = false;
            }
            kept = !this.removed && !isLeaving();
        }
        finally {
            this.lock.unlock();
        }
        if (!kept) {
            socket.close();
        }
    }

    /** A socket has ended. */
    void forget(DialledSocket socket) {
        this.lock.lock();
        try {
            if (this.socket == socket) {
                this.socket = null;
                this.used = false;
            }
        }
        finally {
            this.lock.unlock();
        }
    }

    /** Closes the socket if nobody uses it, or in any case if the account is no more. */
    void closeFree(boolean remove) {
        DialledSocket closed;
        this.lock.lock();
        try {
            this.removed |= remove;
            closed = (this.used && !remove) ? null : this.socket;
        }
        finally {
            this.lock.unlock();
        }
        if (closed != null) {
            closed.close();
        }
    }

    boolean isLeaving() {
        return this.endpoints.isLeaving();
    }

    Heartbeat heartbeat(Heartbeat.Link link) {
        return this.endpoints.heartbeat(link);
    }

    /** Returns leave to keep a thread of the web server waiting, null if too many wait already. */
    @Nullable Pause pauseOrNull() {
        return this.endpoints.pauseOrNull();
    }

    /** Leave to keep a thread of the web server waiting. */
    @FunctionalInterface
    interface Pause {

        void end();

    }

}
