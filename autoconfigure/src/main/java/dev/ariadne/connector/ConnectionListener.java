package dev.ariadne.connector;

import dev.ariadne.connector.ConnectFailedException.Retry;
import dev.ariadne.event.ReceivedEvent;

/**
 * Is told what happens on one connection. Its methods return soon and never block, so that a connector may call them
 * on the threads that read from a link; it calls them one at a time for each connection.
 *
 * @since 0.1.0
 */
public interface ConnectionListener {

    /**
     * Tells whether events can be taken at this moment. If not, a connector stops reading where that is safe, and is
     * told by {@link Connection#resume()} when to go on. Where it is not safe it reads on, and {@link #received}
     * decides what is dropped.
     */
    boolean hasCapacity();

    /**
     * An event was received.
     */
    void received(ReceivedEvent event);

    /**
     * Something was received that cannot be understood, and was skipped.
     *
     * @param reason what is wrong with it, in one line
     */
    void rejected(String reason);

    /**
     * Events were lost before they could be received, or may have been.
     *
     * @param reason why, in one line
     */
    void missed(String reason);

    /**
     * The platform says that the account is logged in. Told again, it changes nothing. A connection begins logged in.
     */
    void loggedIn();

    /**
     * The platform says that the account is not logged in any more, while the link stays up. Told again, it changes
     * nothing, unless the replacement is to be made sooner.
     *
     * @param reason why, in one line
     * @param replacement when to replace the connection if the login does not come back on it: {@code NEVER} if it
     * always does by itself, {@code BACK_OFF} or {@code SLOWLY} if a new login is told to a new connection only
     */
    void loggedOut(String reason, Retry replacement);

    /**
     * The connection is lost. Told once at most, and last; not after {@link Connection#close()}.
     *
     * @param cause why
     */
    void lost(Throwable cause);

    /**
     * The platform has become reachable: an attempt is worth making now. May be told by a connector that can know.
     */
    void reachable();

}
