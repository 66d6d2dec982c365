package dev.ariadne.background;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;

import org.jspecify.annotations.Nullable;

/**
 * Runs the pieces of work that others hand in on the thread of a run, while that waits for the end of the whole.
 */
final class OwnThread implements Executor {

    private final BlockingQueue<Runnable> pieces = new LinkedBlockingQueue<>();

    private final Completion completion = new Completion();

    private volatile boolean ended;

    private volatile boolean closed;

    /**
     * Hands in a piece of work. From any thread.
     *
     * @throws RejectedExecutionException if the thread does not wait any more
     */
    @Override
    public void execute(Runnable piece) {
        this.pieces.add(piece);
        if (this.closed && this.pieces.remove(piece)) {
            throw new RejectedExecutionException("The run has ended");
        }
    }

    /** The whole has ended: well, or by a failure. From any thread. */
    void end(@Nullable Throwable failure) {
        this.completion.end(failure);
        this.pieces.add(() -> this.ended = true);
    }

    /**
     * Works until the whole has ended.
     *
     * @param cancel cancels the whole, when the thread is interrupted
     */
    void runUntilEnd(Runnable cancel) throws Exception {
        InterruptedException interruption = null;
        while (!this.ended) {
            try {
                this.pieces.take().run();
            }
            catch (InterruptedException ex) {
                interruption = ex;
                cancel.run();
            }
        }
        close();
        this.completion.throwFailure(interruption);
    }

    private void close() {
        this.closed = true;
        for (Runnable piece = this.pieces.poll(); piece != null; piece = this.pieces.poll()) {
            piece.run();
        }
    }

}
