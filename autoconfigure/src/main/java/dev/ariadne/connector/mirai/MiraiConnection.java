package dev.ariadne.connector.mirai;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import dev.ariadne.Ariadne;
import dev.ariadne.InvalidCallException;
import dev.ariadne.UnsupportedCallException;
import dev.ariadne.call.Call;
import dev.ariadne.concurrent.Scheduler;
import dev.ariadne.connector.ConnectRequest;
import dev.ariadne.connector.Connection;
import dev.ariadne.connector.ConnectionListener;
import dev.ariadne.event.AriadneEventPublisher;
import dev.ariadne.event.ReceivedEvent;
import dev.ariadne.event.bot.BotEvent;
import dev.ariadne.json.Json;
import dev.ariadne.json.JsonFields;
import dev.ariadne.json.MalformedJsonException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An established WebSocket link to mirai-api-http.
 * <p>
 * While the listener has no capacity no message is handled, and so, after a few, none is read, unless somebody waits
 * for the answer of a call: answers come through the same socket as events (protocol notes 5.8).
 */
final class MiraiConnection implements Connection, MessageSocket.Handler, Heartbeat.Link {

    private static final Logger logger = LoggerFactory.getLogger(MiraiConnection.class);

    /** What a WebSocket tells instead of the code of a close frame if there was none (RFC 6455, 7.1.5). */
    private static final int NO_CLOSE_FRAME = 1006;

    private final Ariadne ariadne;

    private final ConnectionListener listener;

    private final MessageSocket socket;

    private final Executor serial;

    private final EventDecoder decoder;

    private final PendingCalls calls;

    private final @Nullable HttpCommands uploads;

    private final Scheduler scheduler;

    private final Heartbeat heartbeat;

    private final AtomicBoolean answered = new AtomicBoolean();

    private final AtomicReference<@Nullable PendingCall<?>> lastBeat = new AtomicReference<>();

    private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);

    // Used on the serial executor only.
    private final Queue<Inbound> inbox = new ArrayDeque<>();

    private int heldBack;

    private @Nullable LastAnswers lastAnswers;

    // Written on the serial executor only.
    private volatile boolean paused;

    /**
     * Creates a connection.
     *
     * @param request the account, its listener and its clock
     * @param socket the link
     * @param serial where the listener is told
     * @param uploading the session of the link, to be used by HTTP for uploads; null if they cannot be made
     */
    MiraiConnection(ConnectRequest request, MessageSocket socket, Executor serial, @Nullable HttpSession uploading) {
        this.ariadne = request.ariadne();
        this.listener = request.listener();
        this.socket = socket;
        this.serial = serial;
        this.decoder = new EventDecoder(this.ariadne);
        this.calls = new PendingCalls(this.ariadne.name());
        // Whether the session is gone is found out by the link itself: the other server may be the wrong one.
        this.uploads = (uploading != null) ? new HttpCommands(this.ariadne.name(), uploading, this::uploadFailed) : null;
        this.scheduler = request.scheduler();
        this.heartbeat = new Heartbeat(request.heartbeatInterval(), this.scheduler, this);
    }

    /** Begins, on the serial executor, with messages that have come already. */
    void start(List<Inbound> heldBack) {
        this.inbox.addAll(heldBack);
        this.heldBack = heldBack.size();
        this.heartbeat.start();
        read();
    }

    @Override
    public <R> CompletableFuture<R> call(Call<R> call) {
        return make(Command.of(call));
    }

    <R> CompletableFuture<R> make(Command<R> command) {
        if (command.method() == Command.Method.UPLOAD) {
            return upload(command);
        }
        PendingCall<R> pending = send(command);
        if (this.paused) {
            this.serial.execute(this::read);
        }
        return pending.future();
    }

    private <R> CompletableFuture<R> upload(Command<R> command) {
        if (this.uploads != null) {
            return this.uploads.send(command);
        }
        return CompletableFuture.failedFuture(new UnsupportedCallException(this.ariadne.name(), command.name(), 6,
                "files cannot be sent by a WebSocket: configure ariadne.accounts." + this.ariadne.name()
                        + ".mirai.http-client"));
    }

    private void uploadFailed(Throwable cause) {
        if (cause instanceof SessionEndException) {
            beat();
        }
    }

    private <R> PendingCall<R> send(Command<R> command) {
        PendingCall<R> pending = this.calls.add(command);
        try {
            this.socket.send(wholeFrame(command, pending.id()), pending::begin);
        }
        catch (IllegalArgumentException ex) {
            pending.fail(new InvalidCallException(this.ariadne.name(), command.name(), 400,
                    String.valueOf(ex.getMessage())));
        }
        return pending;
    }

    private static String wholeFrame(Command<?> command, long id) {
        String frame = command.frame(Long.toString(id));
        if (!Surrogates.areWhole(frame)) {
            throw new IllegalArgumentException("a text contains half of a surrogate pair");
        }
        return frame;
    }

    @Override
    public void resume() {
        this.serial.execute(this::read);
    }

    /** Handles what has come, as long as that is safe. Runs on the serial executor. */
    private void read() {
        while (this.state.get() == State.OPEN && !this.inbox.isEmpty()) {
            // Set before asking: who adds a call or makes room after the question sees it and comes back here.
            this.paused = true;
            if (!mayRead()) {
                return;
            }
            this.paused = false;
            Inbound message = this.inbox.remove();
            handle(message);
            handled(message);
        }
    }

    private void handled(Inbound message) {
        if (this.heldBack > 0) {
            // The attempt to connect was done with it.
            this.heldBack--;
        }
        else {
            this.socket.handled(message);
        }
    }

    private boolean mayRead() {
        return this.calls.isAwaited() || this.listener.hasCapacity() || !this.socket.mayPause();
    }

    private void handle(Inbound message) {
        try {
            if (message.readable()) {
                handle(ServerFrame.parse(message.text()));
            }
            else {
                this.listener.rejected(message.text());
            }
        }
        catch (MalformedJsonException ex) {
            this.listener.rejected(ex.getMessage());
        }
        catch (RuntimeException ex) {
            AriadneEventPublisher.runNamed(this.ariadne.name(),
                    () -> logger.error("Account '{}': a received message was not handled", this.ariadne.name(), ex));
        }
    }

    private void handle(ServerFrame frame) {
        String syncId = frame.syncId();
        if (frame.isEvent()) {
            event(this.decoder.decode(frame.data()));
        }
        else if (syncId != null) {
            answer(this.calls.take(syncId), frame.data());
        }
        else {
            unreadable(frame.data());
        }
    }

    private void event(ReceivedEvent event) {
        this.listener.received(event);
        if (event instanceof BotEvent botEvent) {
            LoginState.tell(botEvent, this.listener);
        }
    }

    private void answer(@Nullable PendingCall<?> call, JsonFields data) {
        this.answered.set(true);
        if (isSessionGone(data)) {
            IOException cause = new SessionEndException(data.integer("code", 0), data.text("msg", ""));
            if (call != null) {
                call.answer(data);
            }
            lose(cause);
        }
        else if (call != null) {
            call.answer(data);
        }
    }

    private static boolean isSessionGone(JsonFields data) {
        return SessionEndException.isToldBy(data.json().path("code").asLong(0));
    }

    /** The server could not read a command; since it answers in order it was the oldest one (notes 5.5, 5.6). */
    private void unreadable(JsonFields data) {
        PendingCall<?> oldest = this.calls.takeOldest();
        if (oldest == null) {
            throw new MalformedJsonException("answer to no call: " + Json.write(data.json()));
        }
        answer(oldest, data);
    }

    @Override
    public void received(Inbound message) {
        this.inbox.add(message);
        read();
        drop();
    }

    @Override
    public void closed(int statusCode, String reason) {
        String what = (statusCode == NO_CLOSE_FRAME) ? "the link ended without a close frame"
                : "the server closed the link";
        String how = what + " (code " + statusCode + (reason.isEmpty() ? "" : ", " + reason) + ")";
        lose(new IOException((statusCode == 1000) ? how + "; perhaps the session has ended, because it was released "
                + "or the bot logged in anew" : how));
    }

    @Override
    public void failed(IOException cause) {
        lose(cause);
    }

    @Override
    public boolean takeHeard() {
        return this.socket.takeHeard();
    }

    @Override
    public boolean takeAnswered() {
        return this.answered.getAndSet(false);
    }

    @Override
    public boolean isPaused() {
        return this.paused;
    }

    @Override
    public void beat() {
        PendingCall<?> former = this.lastBeat.getAndSet(send(Command.heartbeat()));
        if (former != null) {
            // So that it is forgotten with the cancelled ones, should its answer never come.
            former.future().cancel(false);
        }
    }

    @Override
    public void dead() {
        lose(new IOException("no answer to two heartbeats"));
    }

    @Override
    public void deaf() {
        lose(new IOException("no answer to heartbeats for long, nor to any call, though events come"));
    }

    private void lose(IOException cause) {
        if (!this.state.compareAndSet(State.OPEN, State.LOST)) {
            return;
        }
        this.heartbeat.stop();
        this.socket.abort();
        endCalls(cause);
        this.serial.execute(() -> tellLost(cause));
    }

    /** Returns how many calls were sent and not answered. */
    private int endCalls(IOException cause) {
        if (this.uploads != null) {
            this.uploads.end(cause);
        }
        return this.calls.end(cause);
    }

    private void tellLost(IOException cause) {
        while (!this.inbox.isEmpty() && this.state.get() == State.LOST) {
            handle(this.inbox.remove());
        }
        if (this.state.get() == State.LOST) {
            this.listener.lost(cause);
        }
    }

    @Override
    public CompletableFuture<Void> close() {
        this.state.set(State.CLOSED);
        this.heartbeat.stop();
        int unanswered = endCalls(new IOException("the connection was closed on this side"));
        // What the listener is being told at this moment is told before the future completes.
        return answered(unanswered).thenCompose((nothing) -> this.socket.close())
            .thenRunAsync(() -> { }, this.serial);
    }

    private CompletableFuture<Void> answered(int unanswered) {
        if (unanswered == 0 || !this.socket.endsAnswered()) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<Void> answered = new CompletableFuture<>();
        this.serial.execute(() -> {
            LastAnswers answers = new LastAnswers(unanswered);
            this.lastAnswers = answers;
            drop();
            answers.awaited(this.scheduler).thenRun(() -> answered.complete(null));
        });
        return answered;
    }

    /** What comes after the end is read, so that the rest can come, and told to nobody. Runs on the serial executor. */
    private void drop() {
        LastAnswers answers = this.lastAnswers;
        while (answers != null && !this.inbox.isEmpty()) {
            Inbound message = this.inbox.remove();
            answers.received(message);
            handled(message);
        }
    }

    private enum State {

        OPEN, LOST, CLOSED

    }

}
