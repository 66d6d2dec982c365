package dev.ariadne.connector.mirai;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Sends text frames one after the other: a WebSocket takes no second one before the first is out.
 */
final class FrameWriter {

    /** So many characters may wait to be sent; more mean that the other side has stopped reading. */
    static final long MAX_QUEUED = 64L * 1024 * 1024;

    private final Function<String, CompletableFuture<?>> webSocket;

    private final Consumer<Throwable> failed;

    // Guards all that follows.
    private final ReentrantLock lock = new ReentrantLock();

    private final Queue<Frame> queue = new ArrayDeque<>();

    private long queued;

    private boolean sending;

    private boolean stopped;

    /**
     * Creates a writer.
     *
     * @param webSocket sends one text; the future completes when it is out
     * @param failed told when it cannot write any more
     */
    FrameWriter(Function<String, CompletableFuture<?>> webSocket, Consumer<Throwable> failed) {
        this.webSocket = webSocket;
        this.failed = failed;
    }

    /**
     * Sends a text when those before it are out. Fails if too much waits already.
     *
     * @param text the text
     * @param wanted asked when its turn has come
     */
    void send(String text, BooleanSupplier wanted) {
        boolean full;
        this.lock.lock();
        try {
            if (this.stopped) {
                return;
            }
            this.queue.add(new Frame(text, wanted));
            this.queued += text.length();
            full = this.queued > MAX_QUEUED && this.queue.size() > 1;
            if (this.sending && !full) {
                return;
            }
            this.sending = true;
        }
        finally {
            this.lock.unlock();
        }
        if (full) {
            sent(new IOException("more than " + MAX_QUEUED + " characters wait to be sent"));
        }
        else {
            sendQueued();
        }
    }

    private void sendQueued() {
        for (Frame frame = next(); frame != null; frame = next()) {
            if (!frame.wanted().getAsBoolean()) {
                continue;
            }
            CompletableFuture<?> sent = this.webSocket.apply(frame.text());
            if (!sent.isDone() || sent.isCompletedExceptionally()) {
                sent.whenComplete((result, failure) -> sent(failure));
                return;
            }
        }
    }

    private void sent(@Nullable Throwable failure) {
        if (failure == null) {
            sendQueued();
        }
        else {
            stop();
            this.failed.accept(failure);
        }
    }

    private @Nullable Frame next() {
        this.lock.lock();
        try {
            Frame frame = this.queue.poll();
            this.sending = (frame != null);
            this.queued -= (frame != null) ? frame.text().length() : 0;
            return frame;
        }
        finally {
            this.lock.unlock();
        }
    }

    /** Sends nothing more, except what has been begun. */
    void stop() {
        this.lock.lock();
        try {
            this.stopped = true;
            this.queue.clear();
            this.queued = 0;
        }
        finally {
            this.lock.unlock();
        }
    }

    private record Frame(String text, BooleanSupplier wanted) {

    }

}
