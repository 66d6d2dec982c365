package dev.ariadne.background;

import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

/**
 * Those who wait for a task to end, or for it to be settled: ended, or given up. Futures are made when somebody waits.
 * Not safe for concurrent use.
 */
final class Waiters {

    private @Nullable CompletableFuture<Void> settled;

    private @Nullable CompletableFuture<Void> ended;

    CompletableFuture<Void> settled() {
        CompletableFuture<Void> future = (this.settled != null) ? this.settled : new CompletableFuture<>();
        this.settled = future;
        return future;
    }

    CompletableFuture<Void> ended() {
        CompletableFuture<Void> future = (this.ended != null) ? this.ended : new CompletableFuture<>();
        this.ended = future;
        return future;
    }

    /** Returns what is to be completed, and forgets it. */
    @Nullable CompletableFuture<Void> takeSettled() {
        CompletableFuture<Void> future = this.settled;
        this.settled = null;
        return future;
    }

    /** Returns what is to be completed, and forgets it. */
    @Nullable CompletableFuture<Void> takeEnded() {
        CompletableFuture<Void> future = this.ended;
        this.ended = null;
        return future;
    }

}
