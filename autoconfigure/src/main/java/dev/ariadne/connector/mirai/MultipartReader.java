package dev.ariadne.connector.mirai;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.function.Consumer;

import dev.ariadne.concurrent.SerialExecutor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the parts of a body for one subscriber, as fast as that takes them.
 */
final class MultipartReader implements Flow.Subscription {

    private static final Logger logger = LoggerFactory.getLogger(MultipartReader.class);

    private static final int PIECE = 16 * 1024;

    private final Flow.Subscriber<? super ByteBuffer> subscriber;

    private final Consumer<IOException> failed;

    private final Executor serial;

    // What follows is used on the serial executor only.
    private final Iterator<BodyPart> parts;

    private @Nullable InputStream input;

    private long demand;

    private boolean ended;

    MultipartReader(List<BodyPart> parts, Flow.Subscriber<? super ByteBuffer> subscriber, Executor reading,
            Consumer<IOException> failed) {
        this.parts = parts.iterator();
        this.subscriber = subscriber;
        this.failed = failed;
        // Not on the thread of the HTTP client: a file may be slow.
        this.serial = new SerialExecutor(reading);
    }

    void start() {
        this.serial.execute(() -> this.subscriber.onSubscribe(this));
    }

    @Override
    public void request(long count) {
        this.serial.execute(() -> {
            if (count <= 0) {
                fail(new IOException("asked for " + count + " pieces"));
            }
            this.demand = (this.demand + count < 0) ? Long.MAX_VALUE : this.demand + count;
            read();
        });
    }

    @Override
    public void cancel() {
        this.serial.execute(() -> {
            this.ended = true;
            close();
        });
    }

    /** Ends a body that has not been read to its end. */
    void stop() {
        this.serial.execute(() -> fail(new IOException("the request has ended")));
    }

    private void read() {
        try {
            while (!this.ended && this.demand > 0) {
                ByteBuffer piece = next();
                if (piece == null) {
                    this.ended = true;
                    this.subscriber.onComplete();
                }
                else if (piece.hasRemaining()) {
                    this.demand--;
                    this.subscriber.onNext(piece);
                }
            }
        }
        catch (IOException ex) {
            this.failed.accept(ex);
            fail(ex);
        }
    }

    /** Returns the next bytes, none at the end of a part, null at the end of all. */
    private @Nullable ByteBuffer next() throws IOException {
        if (this.input == null && !this.parts.hasNext()) {
            return null;
        }
        InputStream input = (this.input != null) ? this.input : this.parts.next().source().open();
        this.input = input;
        byte[] bytes = new byte[PIECE];
        int count = input.read(bytes, 0, PIECE);
        if (count < 0) {
            close();
        }
        return ByteBuffer.wrap(bytes, 0, Math.max(count, 0));
    }

    private void fail(IOException cause) {
        if (!this.ended) {
            this.ended = true;
            this.subscriber.onError(cause);
        }
        close();
    }

    private void close() {
        InputStream input = this.input;
        this.input = null;
        try {
            if (input != null) {
                input.close();
            }
        }
        catch (IOException | RuntimeException ex) {
            logger.debug("The content of an upload did not close in good order", ex);
        }
    }

}
