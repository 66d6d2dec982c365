package dev.ariadne.background;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

/**
 * The end of a task for one account or for all, to be waited for.
 */
final class EndOfTask {

    private final RegisteredTask task;

    private final @Nullable String account;

    EndOfTask(RegisteredTask task, @Nullable String account) {
        this.task = task;
        this.account = account;
    }

    boolean await(Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.NANOSECONDS.convert(timeout);
        if (!this.task.awaitSupervisor(this.account, deadline - System.nanoTime())) {
            return false;
        }
        // While one was waited for, another one may have been begun again.
        boolean quiet = false;
        while (!quiet) {
            quiet = true;
            for (Supervisor supervisor : this.task.supervisors(this.account)) {
                CompletableFuture<Void> ended = supervisor.ended();
                quiet &= ended.isDone();
                if (!await(ended, deadline - System.nanoTime())) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean await(CompletableFuture<Void> ended, long nanos) throws InterruptedException {
        try {
            ended.get(nanos, TimeUnit.NANOSECONDS);
            return true;
        }
        catch (TimeoutException ex) {
            return false;
        }
        catch (ExecutionException ex) {
            throw new IllegalStateException(ex);
        }
    }

}
