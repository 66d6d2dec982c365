package dev.ariadne.connector;

import java.util.concurrent.CompletableFuture;

import dev.ariadne.call.Call;

/**
 * An established connection of one account.
 *
 * @since 0.1.0
 */
public interface Connection {

    /**
     * Makes a call. Returns at once and never blocks; calls may be made concurrently.
     * <p>
     * The future completes with the answer, or exceptionally with a {@link dev.ariadne.CallFailedException}. When the
     * connection is lost or closed, all calls without an answer complete at once with a
     * {@link dev.ariadne.ConnectionLostException}, which tells whether they may have been sent. A caller that no longer
     * waits cancels the future; its answer is then ignored.
     */
    <R> CompletableFuture<R> call(Call<R> call);

    /**
     * Tells that the listener can take events again after its {@link ConnectionListener#hasCapacity()} was false.
     * Does not block.
     */
    void resume();

    /**
     * Closes the connection in good order. Returns at once; the future completes when the link is down, within three
     * seconds, never exceptionally. The listener is told nothing any more.
     */
    CompletableFuture<Void> close();

}
