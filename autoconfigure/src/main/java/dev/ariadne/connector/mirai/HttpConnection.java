package dev.ariadne.connector.mirai;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

import dev.ariadne.call.Call;
import dev.ariadne.connector.ConnectRequest;
import dev.ariadne.connector.Connection;
import dev.ariadne.connector.ConnectionListener;
import dev.ariadne.concurrent.SerialExecutor;
import org.jspecify.annotations.Nullable;

/**
 * A session made by HTTP. It carries calls and, if it is to, polls events. It is released when it is closed or lost.
 */
final class HttpConnection implements Connection, Heartbeat.Link {

    private final ConnectRequest request;

    private final ConnectionListener listener;

    private final HttpSession session;

    private final SessionReleases releases;

    private final Executor serial;

    private final HttpCommands commands;

    private final Heartbeat heartbeat;

    private final @Nullable Polling polling;

    private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);

    private final CompletableFuture<Void> down = new CompletableFuture<>();

    /**
     * Creates a connection.
     *
     * @param request the account, its listener and its clock
     * @param session a session that is bound to the account
     * @param releases releases the session
     * @param mode what the connection is for
     */
    HttpConnection(ConnectRequest request, HttpSession session, SessionReleases releases, Mode mode) {
        this.request = request;
        this.listener = request.listener();
        this.session = session;
        this.releases = releases;
        this.serial = new SerialExecutor(session.requests().executor());
        this.commands = new HttpCommands(request.ariadne().name(), session, this::failed);
        this.heartbeat = new Heartbeat(request.heartbeatInterval(), request.scheduler(), this);
        this.polling = (mode == Mode.EVENTS_AND_CALLS) ? new Polling(request, session, this.serial, this::lose) : null;
    }

    /** Begins. */
    void start() {
        this.heartbeat.start();
        resume();
    }

    @Override
    public <R> CompletableFuture<R> call(Call<R> call) {
        return make(Command.of(call));
    }

    <R> CompletableFuture<R> make(Command<R> command) {
        return this.commands.send(command);
    }

    @Override
    public void resume() {
        if (this.polling != null) {
            this.polling.resume();
        }
    }

    @Override
    public boolean takeHeard() {
        return this.session.takeHeard();
    }

    /** Not even while polling is paused: the session can be asked for all the same. */
    @Override
    public boolean isPaused() {
        return false;
    }

    @Override
    public void beat() {
        // Also while polling: the polls of a session that has ended in single mode are answered as if nothing had come.
        this.session.send(Command.heartbeat(), this.request.heartbeatInterval()).whenComplete((answer, failure) -> {
            if (failure != null) {
                failed(Causes.unwrap(failure));
            }
        });
    }

    /** A request has failed: some failures tell that there is no link any more. */
    private void failed(Throwable cause) {
        if (cause instanceof SessionEndException gone) {
            lose(gone);
        }
        else if (Causes.isUnreachable(cause)) {
            lose(new IOException("the server cannot be reached: " + Causes.describe(cause), cause));
        }
    }

    @Override
    public void dead() {
        lose(new IOException("no answer to two heartbeats"));
    }

    private void lose(IOException cause) {
        if (!this.state.compareAndSet(State.OPEN, State.LOST)) {
            return;
        }
        end(cause);
        if (cause instanceof SessionEndException) {
            this.down.complete(null);
        }
        else {
            release();
        }
        this.serial.execute(() -> tellLost(cause));
    }

    private void end(IOException cause) {
        this.heartbeat.stop();
        if (this.polling != null) {
            this.polling.stop();
        }
        this.commands.end(cause);
    }

    private void release() {
        this.releases.release(this.session, this.request.ariadne().id())
                .whenComplete((nothing, failure) -> this.down.complete(null));
    }

    private void tellLost(IOException cause) {
        if (this.polling != null && this.state.get() == State.LOST) {
            this.polling.drain();
        }
        if (this.state.get() == State.LOST) {
            this.listener.lost(cause);
        }
    }

    @Override
    public CompletableFuture<Void> close() {
        if (this.state.getAndSet(State.CLOSED) == State.OPEN) {
            end(new IOException("the connection was closed on this side"));
            release();
        }
        // What the listener is being told at this moment is told before the future completes.
        return this.down.thenRunAsync(() -> { }, this.serial);
    }

    /** What a connection is for. */
    enum Mode {

        /** It polls events and carries calls. */
        EVENTS_AND_CALLS,

        /** It carries calls; events come by another link. A command that needs the session keeps watch over it. */
        CALLS

    }

    private enum State {

        OPEN, LOST, CLOSED

    }

}
