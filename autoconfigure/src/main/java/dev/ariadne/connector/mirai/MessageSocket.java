package dev.ariadne.connector.mirai;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/**
 * One WebSocket, whichever side has opened it: whole messages in and out. A handler is told what comes in, always on
 * the serial executor, and says of each message when it is done with it; the socket reads only a few messages ahead of
 * that.
 */
interface MessageSocket {

    /** A received message of more characters is skipped. The server sends and accepts 16 Mi (protocol notes 5.9). */
    int MAX_LENGTH = 32 * 1024 * 1024;

    /** How many short messages are read ahead of the handler; fewer long ones, see {@link Inbound#weight()}. */
    int READ_AHEAD = 64;

    /** How many characters a short message has at most. */
    int SHORT = 16 * 1024;

    /** Tells another handler from now on. Called on the serial executor. */
    void handOver(Handler handler);

    /**
     * Tells whether the handler may leave a message for later, and so keep the socket from being read. Called on the
     * serial executor.
     */
    boolean mayPause();

    /** Tells whether the link may end only when nothing is out that the server is to answer. */
    default boolean endsAnswered() {
        return false;
    }

    /** Tells that the handler is done with one message. Called on the serial executor. */
    void handled(Inbound message);

    /**
     * Sends a text when those before it are out. Does not block.
     *
     * @param text the text
     * @param wanted asked when its turn has come
     */
    void send(String text, BooleanSupplier wanted);

    /**
     * Tells whether anything was received since the last question, even if it was a part of a message or a ping. A pong
     * does not count: a deaf session answers pings (protocol notes 5.11).
     */
    boolean takeHeard();

    /** Ends a link that is of no use any more. The handler is told nothing more. */
    void abort();

    /**
     * Ends the link by a close frame, or after two seconds without one. The handler is told nothing more.
     *
     * @return completes when the link is down
     */
    CompletableFuture<Void> close();

    /** Who is told what comes in, one thing at a time. */
    interface Handler {

        /** A message has come. {@link MessageSocket#handled(Inbound)} is to be called for it. */
        void received(Inbound message);

        /** The server has closed the link; 1006 if without a close frame. */
        void closed(int statusCode, String reason);

        /** The link broke. */
        void failed(IOException cause);

    }

}
