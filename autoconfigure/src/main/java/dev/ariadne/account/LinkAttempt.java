package dev.ariadne.account;

import java.util.concurrent.CompletableFuture;

import dev.ariadne.connector.ConnectFailedException.Retry;
import dev.ariadne.connector.Connection;
import dev.ariadne.connector.ConnectionListener;
import dev.ariadne.event.ReceivedEvent;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to connect, and the connection that comes of it. Tells its link, which ignores a former attempt.
 */
final class LinkAttempt implements ConnectionListener {

    private final AccountLink link;

    private final AccountSession session;

    // Guarded by the lock of the link.
    private boolean loggedIn = true;

    private Retry replacement = Retry.NEVER;

    private @Nullable Throwable lostBy;

    private @Nullable CompletableFuture<Connection> connecting;

    LinkAttempt(AccountLink link, AccountSession session) {
        this.link = link;
        this.session = session;
    }

    boolean isLoggedIn() {
        return this.loggedIn;
    }

    /** Returns whether that is a change. */
    boolean setLoggedIn() {
        boolean changed = !this.loggedIn;
        this.loggedIn = true;
        this.replacement = Retry.NEVER;
        return changed;
    }

    /** Returns whether that is a change. */
    boolean setLoggedOut() {
        boolean changed = this.loggedIn;
        this.loggedIn = false;
        return changed;
    }

    /** Sets when to replace the connection while it is not logged in; returns whether that is sooner than before. */
    boolean replaceSooner(Retry replacement) {
        boolean sooner = replacement.compareTo(this.replacement) < 0;
        if (sooner) {
            this.replacement = replacement;
        }
        return sooner;
    }

    /** Returns when to replace the connection while it is not logged in. */
    Retry replacement() {
        return this.replacement;
    }

    @Nullable Throwable lostBy() {
        return this.lostBy;
    }

    void setLostBy(Throwable cause) {
        this.lostBy = cause;
    }

    @Nullable CompletableFuture<Connection> connecting() {
        return this.connecting;
    }

    void setConnecting(CompletableFuture<Connection> connecting) {
        this.connecting = connecting;
    }

    @Override
    public boolean hasCapacity() {
        return this.session.hasCapacity();
    }

    @Override
    public void received(ReceivedEvent event) {
        this.session.received(event);
    }

    @Override
    public void rejected(String reason) {
        this.session.rejected(reason);
    }

    @Override
    public void missed(String reason) {
        this.session.missed(reason);
    }

    @Override
    public void loggedIn() {
        this.link.loggedIn(this);
    }

    @Override
    public void loggedOut(String reason, Retry replacement) {
        this.link.loggedOut(this, reason, replacement);
    }

    @Override
    public void lost(Throwable cause) {
        this.link.lost(this, cause);
    }

    @Override
    public void reachable() {
        this.link.reachable();
    }

}
