package dev.ariadne.connector.mirai;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import dev.ariadne.concurrent.Scheduler;

/**
 * The time of the JDK's futures, for what outlives a start of the application: it has no thread of its own, and there is
 * nothing to close.
 */
final class LastingScheduler implements Scheduler {

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public Timer after(Duration delay, Runnable action) {
        CompletableFuture<Void> timer = new CompletableFuture<>();
        CompletableFuture<Void> unused = timer.thenRun(action);
        timer.completeOnTimeout(null, delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> timer.cancel(false);
    }

}
