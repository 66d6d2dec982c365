package dev.ariadne.connector.mirai;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import dev.ariadne.concurrent.Scheduler;

/**
 * The answers that are out when a connection is closed. A server whose link ends before it has written an answer dials
 * no more until its restart (observed on 2.10.0). Used on the serial executor only.
 */
final class LastAnswers {

    /** A server that answers at all does so within milliseconds. */
    static final Duration LIMIT = Duration.ofMillis(500);

    private final CompletableFuture<Void> over = new CompletableFuture<>();

    private int missing;

    LastAnswers(int missing) {
        this.missing = missing;
        endIfComplete();
    }

    private void endIfComplete() {
        if (this.missing <= 0) {
            this.over.complete(null);
        }
    }

    /** A message has come; perhaps it is one of them. */
    void received(Inbound message) {
        ServerFrame frame = EarlyMessages.parse(message);
        if (frame != null && !frame.isEvent()) {
            this.missing--;
            endIfComplete();
        }
    }

    /** Returns what completes when all have come, or it has taken too long. */
    CompletableFuture<Void> awaited(Scheduler scheduler) {
        Scheduler.Timer timer = scheduler.after(LIMIT, () -> this.over.complete(null));
        return this.over.whenComplete((nothing, failure) -> timer.cancel());
    }

}
