package dev.ariadne.connector.mirai;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import dev.ariadne.concurrent.Scheduler;
import dev.ariadne.connector.ConnectFailedException;
import dev.ariadne.connector.ConnectRequest;
import dev.ariadne.connector.Connection;
import dev.ariadne.json.Json;
import dev.ariadne.json.MalformedJsonException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One attempt to connect an account by a WebSocket that its server opens: waits for one, if there is none, and asks the
 * server on it for the account (protocol notes 7, observed on 2.10.0).
 */
final class ReverseAttempt implements MessageSocket.Handler {

    // Any text but those that a connection uses; the server answers with the same.
    private static final String VERIFY_ID = "verify";

    private final ConnectRequest request;

    private final String verifyKey;

    private final ReverseEndpoint endpoint;

    private final ReverseFailures failures;

    private final @Nullable HttpRequests uploads;

    private final CompletableFuture<Connection> result = new CompletableFuture<>();

    private volatile @Nullable DialledSocket socket;

    // Used on the serial executor only.
    private final EarlyMessages early = new EarlyMessages();

    private boolean asked;

    ReverseAttempt(ConnectRequest request, String verifyKey, ReverseEndpoint endpoint,
            @Nullable HttpRequests uploads) {
        this.uploads = uploads;
        this.request = request;
        this.verifyKey = verifyKey;
        this.endpoint = endpoint;
        this.failures = new ReverseFailures(request.ariadne(), endpoint.path());
    }

    /** Begins. The result can be cancelled at any time. */
    CompletableFuture<Connection> start() {
        Scheduler.Timer timer = this.request.scheduler().after(this.request.timeout(), this::timedOut);
        this.result.whenComplete((connection, failure) -> {
            timer.cancel();
            if (failure != null) {
                abandon();
            }
        });
        return this.result;
    }

    private void timedOut() {
        this.result.completeExceptionally((this.socket == null) ? this.failures.ofNoDial()
                : this.failures.ofNoAnswer(this.request.timeout()));
    }

    private void abandon() {
        this.endpoint.giveUp(this);
        DialledSocket socket = this.socket;
        if (socket != null) {
            socket.serial().execute(() -> {
                if (this.asked) {
                    // The answer may yet come, and would open a session that nobody knows of.
                    socket.close();
                }
            });
        }
    }

    /** Goes on with a socket that the server has opened. */
    void use(DialledSocket socket) {
        this.socket = socket;
        socket.serial().execute(() -> {
            if (this.result.isDone()) {
                this.endpoint.park(socket);
            }
            else {
                ask(socket);
            }
        });
    }

    private void ask(DialledSocket socket) {
        this.asked = true;
        socket.handOver(this);
        if (socket.isOver()) {
            fail(this.failures.ofEnd("closed while it waited", null));
            return;
        }
        // The server wants all three keys, even those that say nothing.
        ObjectNode content = Json.object().put("verifyKey", this.verifyKey).putNull("sessionKey")
                .put("qq", this.request.ariadne().id());
        ObjectNode frame = Json.object().put("syncId", VERIFY_ID).put("command", "verify");
        frame.set("content", content);
        socket.send(Json.write(frame), () -> true);
    }

    @Override
    public void received(Inbound message) {
        DialledSocket socket = Objects.requireNonNull(this.socket);
        socket.handled(message);
        ServerFrame frame = EarlyMessages.parse(message);
        if (frame != null && (frame.isUnwrapped() || VERIFY_ID.equals(frame.syncId()))) {
            answered(socket, frame);
        }
        else {
            this.early.add(message);
        }
    }

    private void answered(DialledSocket socket, ServerFrame frame) {
        try {
            long code = frame.data().number("code");
            if (code == 0) {
                accepted(socket, frame.data().text("session"));
            }
            else {
                refused(socket, this.failures.ofRefusal(code, frame.data().text("msg", "")));
            }
        }
        catch (MalformedJsonException ex) {
            fail(this.failures.ofEnd("its answer is not understood, " + ex.getMessage(), null));
        }
    }

    private void accepted(DialledSocket socket, String session) {
        HttpSession uploading = (this.uploads != null)
                ? new HttpSession(this.uploads, session, this.request.scheduler()) : null;
        MiraiConnection connection = new MiraiConnection(this.request, socket, socket.serial(), uploading);
        socket.handOver(connection);
        if (this.result.complete(connection)) {
            connection.start(this.early.all());
        }
    }

    /** The server may be asked again on the same socket. */
    private void refused(DialledSocket socket, ConnectFailedException failure) {
        this.asked = false;
        socket.release();
        this.endpoint.park(socket);
        fail(failure);
    }

    private void fail(ConnectFailedException failure) {
        this.result.completeExceptionally(failure);
    }

    @Override
    public void closed(int statusCode, String reason) {
        fail(this.failures.ofEnd("closed with code " + statusCode + (reason.isEmpty() ? "" : ", " + reason), null));
    }

    @Override
    public void failed(IOException cause) {
        fail(this.failures.ofEnd(Causes.describe(cause), cause));
    }

}
