package dev.ariadne.connector.mirai;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import javax.net.ssl.SSLHandshakeException;

import dev.ariadne.concurrent.Scheduler;
import dev.ariadne.connector.ConnectRequest;
import dev.ariadne.connector.ConnectionListener;
import dev.ariadne.json.Json;
import dev.ariadne.json.JsonFields;
import dev.ariadne.json.MalformedJsonException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Fetches the events of a session, one request at a time, with rests as {@link Rest} has them. While the listener has
 * no capacity nothing is fetched, and what has been fetched is kept.
 */
final class Polling {

    private static final int MAX_FAILURES = 3;

    private static final Duration BETWEEN_TOLD = Duration.ofMinutes(1);

    private static final Command<JsonFields> FETCH = Command.get("fetchMessage",
            Json.object().put("count", Rest.COUNT), (data) -> data);

    private final ConnectionListener listener;

    private final EventReceiver receiver;

    private final HttpSession session;

    private final Scheduler scheduler;

    private final Duration limit;

    private final Executor serial;

    private final Consumer<IOException> lost;

    // Used on the serial executor only.
    private final Queue<JsonNode> inbox = new ArrayDeque<>();

    private final Rest rest = new Rest();

    /** When it was told last that events may be lost with the answer to a poll. */
    private @Nullable Long toldAt;

    private @Nullable CompletableFuture<JsonFields> poll;

    private Scheduler.@Nullable Timer timer;

    private volatile boolean stopped;

    /**
     * Creates what polls.
     *
     * @param request the account, its listener and its clock; a poll may take one interval between heartbeats
     * @param session the session, made by HTTP
     * @param serial where the listener is told
     * @param lost told, on the serial executor, when to go on would be of no use
     */
    Polling(ConnectRequest request, HttpSession session, Executor serial, Consumer<IOException> lost) {
        this.listener = request.listener();
        this.receiver = new EventReceiver(request.ariadne(), request.listener());
        this.session = session;
        this.scheduler = request.scheduler();
        this.limit = request.heartbeatInterval();
        this.serial = serial;
        this.lost = lost;
    }

    /** Begins, or goes on after the listener had no capacity. */
    void resume() {
        this.serial.execute(this::proceed);
    }

    private void proceed() {
        while (!this.stopped && this.listener.hasCapacity()) {
            JsonNode event = this.inbox.poll();
            if (event == null) {
                fetch();
                return;
            }
            this.receiver.receive(event);
        }
    }

    private void fetch() {
        if (this.poll == null && this.timer == null) {
            CompletableFuture<JsonFields> poll = this.session.send(FETCH, this.limit);
            this.poll = poll;
            poll.whenComplete((answer, failure) -> this.serial.execute(() -> answered(answer, failure)));
        }
    }

    private void answered(@Nullable JsonFields answer, @Nullable Throwable failure) {
        this.poll = null;
        if (this.stopped) {
            return;
        }
        try {
            rest((answer != null) ? this.rest.after(keep(answer)) : unanswered(Causes.unwrapped(failure)));
        }
        catch (IOException | MalformedJsonException ex) {
            rest(failed(ex));
        }
        proceed();
    }

    /** Returns how many events have come. */
    private int keep(JsonFields answer) throws IOException {
        int code = answer.integer("code", 0);
        if (code != 0) {
            throw new IOException("the server gives no events (code " + code + ", " + answer.text("msg", "") + ")");
        }
        JsonNode events = answer.array("data");
        events.forEach(this.inbox::add);
        if (this.rest.isFirstOverflow(events.size())) {
            this.listener.missed("a poll has fetched as many as it can, so the server's queue of 101 events may have "
                    + "been full, and what came then dropped; a WebSocket has no such queue");
        }
        return events.size();
    }

    private Duration unanswered(@Nullable Throwable cause) {
        if (cause != null && mayHaveTakenEvents(cause) && isToBeTold()) {
            this.listener.missed("a poll has failed (" + Causes.describe(cause)
                    + "), and the events that the server may have given for it are lost");
        }
        return failed(cause);
    }

    /** Where every other poll fails, for hours maybe, it is told once a minute. */
    private boolean isToBeTold() {
        long now = this.scheduler.nanoTime();
        if (this.toldAt != null && now - this.toldAt < BETWEEN_TOLD.toNanos()) {
            return false;
        }
        this.toldAt = now;
        return true;
    }

    /** Tells whether the poll may have come to the server, and what it gave has been lost on the way back. */
    private static boolean mayHaveTakenEvents(Throwable cause) {
        if (cause instanceof HttpStatusException status) {
            return status.status() >= 500;
        }
        boolean sent = !(cause instanceof ConnectException || cause instanceof SSLHandshakeException);
        return sent && !(cause instanceof SessionEndException || cause instanceof MalformedJsonException);
    }

    private Duration failed(@Nullable Throwable cause) {
        Duration rest = this.rest.afterFailure();
        if (cause instanceof MalformedJsonException malformed) {
            this.listener.rejected(malformed.getMessage());
        }
        boolean hopeless = cause instanceof SessionEndException || Causes.isUnreachable(cause);
        // A host name may be known again in a while; if it is not, the heartbeat ends the link.
        if (hopeless || (this.rest.failures() >= MAX_FAILURES && !Causes.isUnknownHost(cause))) {
            this.lost.accept(told(cause));
        }
        return rest;
    }

    private static IOException told(@Nullable Throwable cause) {
        if (cause instanceof SessionEndException gone) {
            return gone;
        }
        String words = (cause != null) ? Causes.describe(cause) : "no reason given";
        return new IOException((cause instanceof ConnectException) ? "the server cannot be reached: " + words
                : "events cannot be fetched: " + words, cause);
    }

    private void rest(Duration rest) {
        if (!rest.isZero() && !this.stopped) {
            this.timer = this.scheduler.after(rest, () -> this.serial.execute(this::rested));
        }
    }

    private void rested() {
        this.timer = null;
        proceed();
    }

    /** Ends for good, and ends the request that is under way. */
    void stop() {
        this.stopped = true;
        this.serial.execute(() -> {
            if (this.timer != null) {
                this.timer.cancel();
            }
            if (this.poll != null) {
                this.poll.cancel(true);
            }
        });
    }

    /** Tells the listener what has come before the end, whether it has room or not. Runs on the serial executor. */
    void drain() {
        for (JsonNode event = this.inbox.poll(); event != null; event = this.inbox.poll()) {
            this.receiver.receive(event);
        }
    }

}
