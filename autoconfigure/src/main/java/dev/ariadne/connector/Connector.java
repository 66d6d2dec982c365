package dev.ariadne.connector;

import java.util.concurrent.CompletableFuture;

import dev.ariadne.Ariadne;
import dev.ariadne.ConnectorSettings;

/**
 * A way to reach a platform. One connector serves all accounts whose settings carry its name; as a bean it is found by
 * that name. A connector makes single attempts; when to try again is decided by its caller.
 *
 * @since 0.1.0
 */
public interface Connector {

    /**
     * Returns the name by which settings ask for this connector, such as {@code mirai}.
     */
    String name();

    /**
     * Begins one attempt to connect an account. Returns at once and never blocks.
     * <p>
     * The future completes when the platform has accepted the account, or exceptionally with a
     * {@link ConnectFailedException}, both within the request's time limit, on any thread. If the caller cancels the
     * future the connector abandons the attempt and closes what has come of it.
     * <p>
     * Nothing is told to the request's listener before the future has completed normally, except
     * {@link ConnectionListener#reachable()}.
     */
    CompletableFuture<Connection> connect(ConnectRequest request);

    /**
     * An account is there that will be connected by this connector, sooner or later, any number of times. A connector
     * that platforms reach of their own accord accepts what they send from now on.
     *
     * @throws IllegalArgumentException if the account cannot be reached in this way, or not beside the others
     */
    default void added(Ariadne ariadne, ConnectorSettings settings) {
    }

    /**
     * An account has been told to stop: it makes no further attempt until it is started again. Its connection, if there
     * is one, is closed later; what else is kept for it is of no use any more.
     */
    default void stopped(Ariadne ariadne) {
    }

    /**
     * An account that was added is there no more; it is not connected any more. Told of one that was not added, it
     * changes nothing.
     */
    default void removed(Ariadne ariadne) {
    }

}
