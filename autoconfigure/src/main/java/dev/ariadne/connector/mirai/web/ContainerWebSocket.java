package dev.ariadne.connector.mirai.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;

import dev.ariadne.connector.mirai.ServerWebSocket;
import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A WebSocket of the web server.
 */
final class ContainerWebSocket implements ServerWebSocket {

    private static final Logger logger = LoggerFactory.getLogger(ContainerWebSocket.class);

    private static final long SEND_TIMEOUT_MILLIS = 10_000;

    private static final long CLOSE_TIMEOUT_MILLIS = 2000;

    /** How long Tomcat tries to send a ping or a close frame. */
    private static final String TOMCAT_CLOSE_TIMEOUT = "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT";

    private final Session session;

    private final RemoteEndpoint.Async remote;

    ContainerWebSocket(Session session) {
        this.session = session;
        session.getUserProperties().put(TOMCAT_CLOSE_TIMEOUT, CLOSE_TIMEOUT_MILLIS);
        this.remote = session.getAsyncRemote();
        this.remote.setSendTimeout(SEND_TIMEOUT_MILLIS);
    }

    @Override
    public CompletableFuture<?> send(String text) {
        CompletableFuture<Void> sent = new CompletableFuture<>();
        try {
            this.remote.sendText(text, (result) -> complete(sent, result));
        }
        catch (RuntimeException ex) {
            sent.completeExceptionally(new IOException("The message was not sent", ex));
        }
        return sent;
    }

    private static void complete(CompletableFuture<Void> sent, SendResult result) {
        if (result.isOK()) {
            sent.complete(null);
        }
        else {
            sent.completeExceptionally(result.getException());
        }
    }

    @Override
    public void ping() {
        try {
            this.remote.sendPing(ByteBuffer.allocate(0));
        }
        catch (IOException | RuntimeException ex) {
            logger.debug("A ping was not sent", ex);
        }
    }

    @Override
    public void close(int statusCode, String reason) {
        try {
            this.session.close(new CloseReason(CloseReason.CloseCodes.getCloseCode(statusCode), reason));
        }
        catch (IOException | RuntimeException ex) {
            logger.debug("A WebSocket was not closed in good order", ex);
        }
    }

}
