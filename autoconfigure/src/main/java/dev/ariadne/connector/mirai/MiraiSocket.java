package dev.ariadne.connector.mirai;

import java.io.EOFException;
import java.io.IOException;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import dev.ariadne.concurrent.Scheduler;
import dev.ariadne.concurrent.SerialExecutor;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket: whole messages in and out. A handler is told what comes in, always in the turn of the serial executor,
 * and says of each message when it is done with it; the socket reads only a few messages ahead of that.
 * <p>
 * The JDK's WebSocket forgets to tell the end of a connection that comes while no message is asked for (seen on 17 and
 * 25 where a server writes a last message and goes). Therefore the next message is asked for within the callback that
 * brings one, and the client runs its callbacks on the thread that reads, see {@link MiraiConnector}. That leaves few
 * cases; an {@link EndProbe} looks for them.
 */
final class MiraiSocket implements MessageSocket, WebSocket.Listener {

    // To ask again for each single message makes the client's thread go round for each.
    private static final int READ_ON_BELOW = READ_AHEAD / 2;

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

    private final SerialExecutor serial;

    private final Scheduler scheduler;

    private final EndProbe endProbe;

    private final MessageAssembler assembler = new MessageAssembler(MAX_LENGTH);

    private final AtomicInteger unhandled = new AtomicInteger();

    /** No message is asked for, because enough of them wait. */
    private final AtomicBoolean holding = new AtomicBoolean();

    private final AtomicBoolean heard = new AtomicBoolean();

    private final CompletableFuture<Void> down = new CompletableFuture<>();

    // Changed and used on the serial executor only, once the socket is in use.
    private Handler handler;

    private volatile @Nullable FrameWriter writer;

    private volatile @Nullable WebSocket webSocket;

    private volatile boolean closing;

    private volatile boolean aborted;

    private volatile boolean ended;

    MiraiSocket(SerialExecutor serial, Scheduler scheduler, Handler handler) {
        this.serial = serial;
        this.scheduler = scheduler;
        this.handler = handler;
        this.endProbe = new EndProbe(scheduler, this::ping);
    }

    private void ping() {
        WebSocket webSocket = this.webSocket;
        if (webSocket != null) {
            webSocket.sendPing(ByteBuffer.allocate(0)).whenComplete((sent, failure) -> {
                // A ping that overlaps another is refused by an IllegalStateException, and means nothing.
                if (Causes.unwrapped(failure) instanceof IOException cause) {
                    // What the JDK calls it, "closed output", tells nobody anything.
                    failed((IOException) new EOFException().initCause(cause));
                }
            });
        }
    }

    @Override
    public void handOver(Handler handler) {
        this.handler = handler;
    }

    /** Tells whether the server has accepted the WebSocket. */
    boolean isOpen() {
        return this.webSocket != null;
    }

    @Override
    public boolean mayPause() {
        return true;
    }

    @Override
    public void handled(Inbound message) {
        WebSocket webSocket = this.webSocket;
        if (this.unhandled.addAndGet(-message.weight()) < READ_ON_BELOW && webSocket != null) {
            readOn(webSocket);
        }
    }

    @Override
    public void send(String text, BooleanSupplier wanted) {
        FrameWriter writer = this.writer;
        if (writer != null) {
            writer.send(text, wanted);
        }
    }

    @Override
    public boolean takeHeard() {
        return this.heard.getAndSet(false);
    }

    @Override
    public void abort() {
        this.aborted = true;
        this.endProbe.stop();
        WebSocket webSocket = this.webSocket;
        if (webSocket != null && !this.ended) {
            webSocket.abort();
        }
        this.down.complete(null);
    }

    @Override
    public CompletableFuture<Void> close() {
        if (this.closing) {
            return this.down;
        }
        this.closing = true;
        this.endProbe.stop();
        WebSocket webSocket = this.webSocket;
        FrameWriter writer = this.writer;
        if (webSocket == null || writer == null || this.aborted) {
            abort();
            return this.down;
        }
        Scheduler.Timer timer = this.scheduler.after(CLOSE_TIMEOUT, this::abort);
        this.down.whenComplete((nothing, failure) -> timer.cancel());
        writer.stop();
        webSocket.sendClose(WebSocket.NORMAL_CLOSURE, "").whenComplete((sent, failure) -> {
            if (failure != null) {
                abort();
            }
        });
        // Whatever is under way is read and dropped until the server's close frame comes.
        webSocket.request(Long.MAX_VALUE);
        return this.down;
    }

    private void tell(Runnable action) {
        this.serial.execute(() -> unlessOver(action));
    }

    /**
     * A short message is handled on the thread that reads, if nothing is before it: to wake another thread for it would
     * cost more. A handler does not block.
     */
    private void tell(Inbound message) {
        Runnable action = () -> unlessOver(() -> this.handler.received(message));
        if (message.weight() == 1) {
            this.serial.executeHere(action);
        }
        else {
            this.serial.execute(action);
        }
    }

    private void unlessOver(Runnable action) {
        if (!this.closing && !this.aborted) {
            action.run();
        }
    }

    @Override
    public void onOpen(WebSocket webSocket) {
        this.writer = new FrameWriter((text) -> webSocket.sendText(text, true), this::failed);
        this.webSocket = webSocket;
        if (this.aborted) {
            webSocket.abort();
            return;
        }
        webSocket.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        received(webSocket, this.closing ? null : this.assembler.text(data, last));
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket webSocket, ByteBuffer data, boolean last) {
        received(webSocket, this.closing ? null : this.assembler.binary(data, last));
        return null;
    }

    private void received(WebSocket webSocket, @Nullable Inbound message) {
        this.heard.set(true);
        this.endProbe.message();
        if (message == null || this.unhandled.addAndGet(message.weight()) < READ_AHEAD) {
            webSocket.request(1);
        }
        else {
            this.holding.set(true);
            if (this.unhandled.get() < READ_ON_BELOW) {
                readOn(webSocket);
            }
        }
        if (message != null) {
            tell(message);
        }
    }

    private void readOn(WebSocket webSocket) {
        if (this.holding.compareAndSet(true, false)) {
            webSocket.request(1);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket webSocket, ByteBuffer message) {
        this.heard.set(true);
        webSocket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket webSocket, ByteBuffer message) {
        this.endProbe.pong();
        webSocket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        // The JDK answers the close frame and ends the link by itself.
        this.ended = true;
        tell(() -> this.handler.closed(statusCode, reason));
        this.down.complete(null);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        failed(error);
        this.down.complete(null);
    }

    private void failed(Throwable cause) {
        tell(() -> this.handler.failed(new IOException("the link broke: " + Causes.describe(cause), cause)));
    }

}
