package dev.ariadne.connector.mirai;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import dev.ariadne.concurrent.Scheduler;
import dev.ariadne.concurrent.SerialExecutor;
import dev.ariadne.connector.ConnectFailedException;
import dev.ariadne.connector.ConnectRequest;
import dev.ariadne.connector.Connection;
import dev.ariadne.json.MalformedJsonException;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to connect an account: the WebSocket handshake, then the frame by which the server accepts or refuses
 * (protocol notes 5.1 to 5.4). Events may come before that frame; they are held back for the connection.
 */
final class ConnectAttempt implements MessageSocket.Handler {

    private final ConnectRequest request;

    private final ConnectFailures failures;

    private final SerialExecutor serial;

    private final @Nullable HttpRequests uploads;

    private final MiraiSocket socket;

    private final CompletableFuture<Connection> result = new CompletableFuture<>();

    // Used on the serial executor only.
    private final EarlyMessages early = new EarlyMessages();

    ConnectAttempt(ConnectRequest request, ConnectFailures failures, Executor executor,
            @Nullable HttpRequests uploads) {
        this.request = request;
        this.failures = failures;
        this.serial = new SerialExecutor(executor);
        this.uploads = uploads;
        this.socket = new MiraiSocket(this.serial, request.scheduler(), this);
    }

    /** Begins. The result can be cancelled at any time. */
    CompletableFuture<Connection> start(HttpClient client, String verifyKey) {
        Scheduler.Timer timer = this.request.scheduler().after(this.request.timeout(), this::timedOut);
        this.result.whenComplete((connection, failure) -> {
            timer.cancel();
            if (failure != null) {
                this.socket.abort();
            }
        });
        // To look up a host name blocks.
        this.serial.execute(() -> shakeHands(client, verifyKey));
        return this.result;
    }

    private void shakeHands(HttpClient client, String verifyKey) {
        if (this.result.isDone()) {
            return;
        }
        CompletableFuture<?> handshake = handshake(client, verifyKey).whenComplete((webSocket, failure) -> {
            if (failure != null) {
                this.serial.execute(() -> fail(this.failures.ofHandshake(failure)));
            }
        });
        this.result.whenComplete((connection, failure) -> {
            if (failure != null) {
                // Only what depends on the handshake is cancelled, so that a WebSocket that comes of it yet is aborted.
                handshake.cancel(true);
            }
        });
    }

    private CompletableFuture<WebSocket> handshake(HttpClient client, String verifyKey) {
        try {
            // The key travels in a header because URLs end in access logs.
            return client.newWebSocketBuilder().connectTimeout(this.request.timeout())
                    .header("verifyKey", verifyKey).header("qq", Long.toString(this.request.ariadne().id()))
                    .buildAsync(this.failures.endpoint(), this.socket);
        }
        catch (RuntimeException ex) {
            return CompletableFuture.failedFuture(ex);
        }
    }

    private void timedOut() {
        fail(this.socket.isOpen() ? this.failures.ofNoSession(this.request.timeout())
                : this.failures.ofNoHandshake(this.request.timeout()));
    }

    private void fail(ConnectFailedException failure) {
        this.result.completeExceptionally(failure);
    }

    @Override
    public void received(Inbound message) {
        this.socket.handled(message);
        ServerFrame frame = EarlyMessages.parse(message);
        if (frame != null && (frame.isSession() || frame.isUnwrapped())) {
            answered(frame);
        }
        else {
            this.early.add(message);
        }
    }

    private void answered(ServerFrame frame) {
        try {
            long code = frame.data().number("code");
            if (code == 0 && frame.isSession()) {
                accepted(frame.data().text("session", ""));
            }
            else {
                fail(this.failures.ofRefusal(code, frame.data().text("msg", "")));
            }
        }
        catch (MalformedJsonException ex) {
            fail(this.failures.ofEnd("its answer is not understood, " + ex.getMessage(), null));
        }
    }

    private void accepted(String session) {
        HttpSession uploading = (this.uploads != null)
                ? new HttpSession(this.uploads, session, this.request.scheduler()) : null;
        MiraiConnection connection = new MiraiConnection(this.request, this.socket, this.serial, uploading);
        this.socket.handOver(connection);
        if (this.result.complete(connection)) {
            connection.start(this.early.all());
        }
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
