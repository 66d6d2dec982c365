package dev.ariadne.connector.mirai;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

import dev.ariadne.concurrent.SerialExecutor;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket that a server has opened to this application. The web server tells what comes by it, one thing at a
 * time, and is held up, on its own thread, while more than a few messages wait to be handled.
 * <p>
 * It always ends by a close frame, as far as this side can see to it: a server whose link ends without one dials no
 * more until its restart (protocol notes 7, observed on 2.10.0). While nobody uses it, it is pinged, so that nothing in
 * between cuts it for its silence.
 *
 * @since 0.1.0
 */
public final class DialledSocket implements MessageSocket {

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

    private static final int UNEXPECTED_CONDITION = 1011;

    private final ServerWebSocket webSocket;

    private final ReverseEndpoint endpoint;

    private final Executor executor;

    private final Executor serial;

    private final FrameWriter writer;

    // Used on the thread of the web server that reads, one at a time.
    private final MessageAssembler assembler = new MessageAssembler(MAX_LENGTH);

    private final AtomicBoolean heard = new AtomicBoolean();

    private final AtomicBoolean ponged = new AtomicBoolean();

    private final AtomicBoolean closeSent = new AtomicBoolean();

    private final CompletableFuture<Void> down = new CompletableFuture<>();

    // Guards unhandled, pause and over.
    private final ReentrantLock lock = new ReentrantLock();

    private final Condition room = this.lock.newCondition();

    private int unhandled;

    private ReverseEndpoint.@Nullable Pause pause;

    private boolean over;

    private final Idle idle = new Idle();

    private final Heartbeat heartbeat;

    // Changed on the serial executor only, once the socket is in use.
    private volatile Handler handler = this.idle;

    private volatile boolean silenced;

    DialledSocket(ServerWebSocket webSocket, ReverseEndpoint endpoint, Executor executor) {
        this.webSocket = webSocket;
        this.endpoint = endpoint;
        this.executor = executor;
        this.serial = new SerialExecutor(executor);
        this.writer = new FrameWriter(this::write, this::failed);
        this.heartbeat = endpoint.heartbeat(this.idle);
    }

    /** Begins to make sure, for while nobody uses it, that the link is alive. */
    void keepAlive() {
        this.heartbeat.start();
    }

    /** Writes on a thread of its own: a web server breaks the link if the one that writes is interrupted. */
    private CompletableFuture<?> write(String text) {
        return CompletableFuture.completedFuture(text).thenComposeAsync(this.webSocket::send, this.executor);
    }

    Executor serial() {
        return this.serial;
    }

    boolean isOver() {
        this.lock.lock();
        try {
            return this.over;
        }
        finally {
            this.lock.unlock();
        }
    }

    /** Leaves the socket to nobody. Called on the serial executor. */
    void release() {
        this.handler = this.idle;
    }

    @Override
    public boolean endsAnswered() {
        return true;
    }

    @Override
    public void handOver(Handler handler) {
        this.handler = handler;
    }

    /**
     * A part of a text message has come. Blocks while too many messages wait.
     *
     * @param part the part
     * @param last whether it is the last one of its message
     */
    public void text(CharSequence part, boolean last) {
        received(this.assembler.text(part, last));
    }

    /**
     * A part of a binary message has come. Blocks while too many messages wait.
     *
     * @param part the part
     * @param last whether it is the last one of its message
     */
    public void binary(ByteBuffer part, boolean last) {
        received(this.assembler.binary(part, last));
    }

    /**
     * A pong has come.
     */
    public void pong() {
        this.ponged.set(true);
    }

    private void received(@Nullable Inbound message) {
        this.heard.set(true);
        if (message != null) {
            countUnhandled(message);
            tell(() -> this.handler.received(message));
            awaitRoom();
        }
    }

    private void countUnhandled(Inbound message) {
        this.lock.lock();
        try {
            this.unhandled += message.weight();
        }
        finally {
            this.lock.unlock();
        }
    }

    private void awaitRoom() {
        this.lock.lock();
        try {
            while (this.unhandled >= READ_AHEAD && !this.over) {
                this.room.await();
            }
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
        finally {
            this.lock.unlock();
        }
    }

    @Override
    public void handled(Inbound message) {
        this.lock.lock();
        try {
            this.unhandled -= message.weight();
            endPause();
            this.room.signal();
        }
        finally {
            this.lock.unlock();
        }
    }

    /** To pause keeps a thread of the web server waiting, of which it has not many. */
    @Override
    public boolean mayPause() {
        this.lock.lock();
        try {
            if (this.pause == null && !this.over) {
                this.pause = this.endpoint.pauseOrNull();
            }
            return this.pause != null;
        }
        finally {
            this.lock.unlock();
        }
    }

    private void endPause() {
        if (this.pause != null) {
            this.pause.end();
            this.pause = null;
        }
    }

    @Override
    public void send(String text, BooleanSupplier wanted) {
        this.writer.send(text, wanted);
    }

    @Override
    public boolean takeHeard() {
        return this.heard.getAndSet(false);
    }

    /**
     * The link has ended.
     *
     * @param statusCode the code of the close frame, 1006 if there was none
     * @param reason its reason
     */
    public void closed(int statusCode, String reason) {
        ended(() -> this.handler.closed(statusCode, reason));
    }

    /**
     * The link broke.
     *
     * @param cause why
     */
    public void failed(Throwable cause) {
        ended(() -> this.handler.failed(new IOException("the link broke: " + Causes.describe(cause), cause)));
    }

    private void ended(Runnable told) {
        if (end()) {
            tell(told);
        }
        this.down.complete(null);
    }

    /** Returns whether it was not over before. */
    private boolean end() {
        boolean first;
        this.lock.lock();
        try {
            first = !this.over;
            this.over = true;
            endPause();
            this.room.signalAll();
        }
        finally {
            this.lock.unlock();
        }
        if (first) {
            this.writer.stop();
            this.heartbeat.stop();
            this.endpoint.forget(this);
        }
        return first;
    }

    private void tell(Runnable action) {
        this.serial.execute(() -> {
            if (!this.silenced) {
                action.run();
            }
        });
    }

    /**
     * Ends the link because the server has opened another one.
     *
     * @param then done when everybody has been told
     */
    void replaced(Runnable then) {
        boolean first = end();
        sendClose(1000, "replaced by a newer connection");
        if (first) {
            tell(() -> this.handler.failed(new IOException("the server has dialled " + this.endpoint.path()
                    + " anew, so the link before is not used any more; if that goes on, two servers dial this path")));
        }
        // A connection tells of its loss by an action of its own.
        this.serial.execute(() -> this.serial.execute(then));
    }

    @Override
    public void abort() {
        close(UNEXPECTED_CONDITION, "the link is of no use any more");
    }

    @Override
    public CompletableFuture<Void> close() {
        return this.endpoint.isLeaving() ? close(1001, "the application stops") : close(1000, "");
    }

    CompletableFuture<Void> close(int statusCode, String reason) {
        this.silenced = true;
        end();
        sendClose(statusCode, reason);
        return this.down;
    }

    private void sendClose(int statusCode, String reason) {
        if (this.closeSent.compareAndSet(false, true)) {
            this.down.completeOnTimeout(null, CLOSE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            this.executor.execute(() -> this.webSocket.close(statusCode, reason));
        }
    }

    /** For while nobody uses the socket: the server says nothing of its own accord then (protocol notes 7). */
    private final class Idle implements Handler, Heartbeat.Link {

        @Override
        public void received(Inbound message) {
            DialledSocket.this.handled(message);
        }

        @Override
        public void closed(int statusCode, String reason) {
            // Forgotten already.
        }

        @Override
        public void failed(IOException cause) {
            // Forgotten already.
        }

        @Override
        public boolean takeHeard() {
            return DialledSocket.this.ponged.getAndSet(false);
        }

        @Override
        public boolean isPaused() {
            return DialledSocket.this.handler != this;
        }

        @Override
        public void beat() {
            DialledSocket.this.executor.execute(DialledSocket.this.webSocket::ping);
        }

        @Override
        public void dead() {
            tell(() -> {
                if (isPaused()) {
                    // Somebody has begun to use it by now, and may leave it again.
                    DialledSocket.this.heartbeat.start();
                    return;
                }
                DialledSocket.this.endpoint.logSilent();
                close(UNEXPECTED_CONDITION, "no answer to two pings");
            });
        }

    }

}
