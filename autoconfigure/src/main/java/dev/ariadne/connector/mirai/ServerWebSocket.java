package dev.ariadne.connector.mirai;

import java.util.concurrent.CompletableFuture;

/**
 * A WebSocket that a server has opened to this application, as the web server has it.
 *
 * @since 0.1.0
 */
public interface ServerWebSocket {

    /**
     * Sends a text. Does not block. Not called again before the future has completed.
     *
     * @return completes when the text is out; exceptionally if that failed or took too long
     */
    CompletableFuture<?> send(String text);

    /**
     * Sends a ping. May block for two seconds. That it was not sent is told by nothing but that no pong comes.
     */
    void ping();

    /**
     * Sends a close frame and ends the link. May block for two seconds. Called once at most.
     *
     * @param statusCode the code of the close frame
     * @param reason a few words in ASCII
     */
    void close(int statusCode, String reason);

}
