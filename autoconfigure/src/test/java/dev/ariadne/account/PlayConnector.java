package dev.ariadne.account;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import dev.ariadne.ConnectorSettings;
import dev.ariadne.call.Call;
import dev.ariadne.connector.ConnectFailedException;
import dev.ariadne.connector.ConnectFailedException.Retry;
import dev.ariadne.connector.ConnectRequest;
import dev.ariadne.connector.Connection;
import dev.ariadne.connector.ConnectionListener;
import dev.ariadne.connector.Connector;
import org.jspecify.annotations.Nullable;

/**
 * A connector that does what is promised of connectors, at the moments that a test chooses, and remembers everything.
 * It may be used by one thread at a time only, except for what an attempt does.
 */
final class PlayConnector implements Connector {

    static final ConnectorSettings SETTINGS = () -> "play";

    /** In plain loops, here and below: the model checker does not look into the JDK's streams. */
    private final List<Attempt> attempts = new ArrayList<>();

    private final Runnable check;

    /** How an attempt has failed its check. The account takes that for a failure to connect. */
    private volatile @Nullable AssertionError broken;

    private Consumer<Attempt> script = (attempt) -> {
    };

    /**
     * Creates a connector.
     *
     * @param check run before each attempt
     */
    PlayConnector(Runnable check) {
        this.check = check;
    }

    @Override
    public String name() {
        return "play";
    }

    /** Says what each attempt does before its future is returned. */
    void script(Consumer<Attempt> script) {
        this.script = script;
    }

    @Override
    public CompletableFuture<Connection> connect(ConnectRequest request) {
        try {
            this.check.run();
        }
        catch (AssertionError ex) {
            this.broken = ex;
            throw ex;
        }
        Attempt attempt = new Attempt(request.listener());
        synchronized (this.attempts) {
            this.attempts.add(attempt);
        }
        this.script.accept(attempt);
        return attempt.future;
    }

    /** Fails if an attempt has failed its check. */
    void check() {
        AssertionError broken = this.broken;
        if (broken != null) {
            throw broken;
        }
    }

    List<Attempt> attempts() {
        synchronized (this.attempts) {
            return new ArrayList<>(this.attempts);
        }
    }

    int pending() {
        int count = 0;
        for (Attempt attempt : attempts()) {
            count += attempt.isPending() ? 1 : 0;
        }
        return count;
    }

    int open() {
        int count = 0;
        for (Attempt attempt : attempts()) {
            count += attempt.isOpen() ? 1 : 0;
        }
        return count;
    }

    /** Returns the latest attempt that is pending, or null. */
    @Nullable Attempt pendingAttempt() {
        Attempt found = null;
        for (Attempt attempt : attempts()) {
            found = attempt.isPending() ? attempt : found;
        }
        return found;
    }

    /** Returns the latest attempt whose connection is open, or null. */
    @Nullable Attempt openAttempt() {
        Attempt found = null;
        for (Attempt attempt : attempts()) {
            found = attempt.isOpen() ? attempt : found;
        }
        return found;
    }

    /** Returns the first attempt whose connection is being closed, or null. */
    @Nullable Attempt closingAttempt() {
        for (Attempt attempt : attempts()) {
            if (attempt.isClosing()) {
                return attempt;
            }
        }
        return null;
    }

    /** Returns the first attempt whose connection is lost or closed, or null. */
    @Nullable Attempt formerAttempt() {
        for (Attempt attempt : attempts()) {
            if (attempt.isFormer()) {
                return attempt;
            }
        }
        return null;
    }

    /** An attempt, and the connection that comes of it. */
    static final class Attempt implements Connection {

        private final ConnectionListener listener;

        private final CompletableFuture<Connection> future = new CompletableFuture<>();

        private final CompletableFuture<Void> closed = new CompletableFuture<>();

        private volatile boolean connected;

        private volatile boolean lost;

        private volatile boolean closing;

        private volatile boolean loggedIn = true;

        private volatile boolean replaceable;

        Attempt(ConnectionListener listener) {
            this.listener = listener;
        }

        ConnectionListener listener() {
            return this.listener;
        }

        boolean isPending() {
            return !this.future.isDone();
        }

        boolean isOpen() {
            return this.connected && !this.lost && !this.closing;
        }

        boolean isClosing() {
            return this.closing && !this.closed.isDone();
        }

        boolean isFormer() {
            return this.lost || this.closed.isDone();
        }

        boolean isLoggedIn() {
            return this.loggedIn;
        }

        /** Tells whether a login would come on another connection only. */
        boolean isReplaceable() {
            return this.replaceable;
        }

        void succeed() {
            this.connected = true;
            if (!this.future.complete(this)) {
                this.connected = false;
            }
        }

        void fail(Retry retry) {
            this.future.completeExceptionally(new ConnectFailedException("scripted", retry, null));
        }

        void lose() {
            this.lost = true;
            // Without a message, since the log makes one line of it, which takes the model checker long.
            this.listener.lost(new IllegalStateException());
        }

        void logOut(Retry replacement) {
            this.loggedIn = false;
            this.replaceable = replacement != Retry.NEVER;
            this.listener.loggedOut("scripted", replacement);
        }

        void logIn() {
            this.loggedIn = true;
            this.replaceable = false;
            this.listener.loggedIn();
        }

        /** Makes closing take no time. */
        void closeAtOnce() {
            this.closed.complete(null);
        }

        void finishClosing() {
            this.closed.complete(null);
        }

        @Override
        public <R> CompletableFuture<R> call(Call<R> call) {
            return new CompletableFuture<>();
        }

        @Override
        public void resume() {
            // There is nothing to go on with.
        }

        @Override
        public CompletableFuture<Void> close() {
            this.closing = true;
            return this.closed;
        }

    }

}
