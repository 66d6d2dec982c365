package dev.ariadne.account;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import dev.ariadne.AsyncAriadne;
import dev.ariadne.CallTimeoutException;
import dev.ariadne.call.Call;
import dev.ariadne.connector.Connection;
import org.jspecify.annotations.Nullable;

/**
 * Calls of one account that nobody waits for on a thread.
 */
final class AsyncCalls implements AsyncAriadne {

    private final ManagedAccount account;

    private final Duration timeout;

    private final AccountObserver observer;

    AsyncCalls(ManagedAccount account, Duration timeout, AccountObserver observer) {
        this.account = account;
        this.timeout = timeout;
        this.observer = observer;
    }

    @Override
    public <R> CompletableFuture<R> call(Call<R> call) {
        long start = System.nanoTime();
        CompletableFuture<R> result = new CompletableFuture<>();
        CompletableFuture<R> observed = observed(call, start, result);
        AccountSession session = this.account.session();
        if (session == null) {
            result.completeExceptionally(this.account.notStarted(call));
            return observed;
        }
        CompletableFuture<Connection> connected = session.connected(call.command(), this.timeout);
        giveUpWith(result, connected);
        connected.whenComplete((connection, failure) -> {
            if (failure == null) {
                call(call, connection, session, start, result);
            }
            else if (!(failure instanceof CancellationException)) {
                complete(session.environment(), result, null, failure);
            }
        });
        return observed;
    }

    /**
     * Returns what completes as the result does, after the observer was told: whatever the caller makes depend on it
     * may take long. If the caller completes it, so does the result.
     */
    private <R> CompletableFuture<R> observed(Call<R> call, long start, CompletableFuture<R> result) {
        CompletableFuture<R> observed = new CompletableFuture<>();
        result.whenComplete((answer, failure) -> {
            try {
                this.observer.called(this.account, call.command(), outcome(failure),
                        Duration.ofNanos(System.nanoTime() - start));
            }
            finally {
                complete(observed, answer, failure);
            }
        });
        observed.whenComplete((answer, failure) -> complete(result, answer, failure));
        return observed;
    }

    private <R> void call(Call<R> call, Connection connection, AccountSession session, long start,
            CompletableFuture<R> result) {
        AccountEnvironment environment = session.environment();
        CompletableFuture<R> answer;
        try {
            answer = connection.call(call);
        }
        catch (RuntimeException | Error ex) {
            // As from the method that waits: a call that cannot be written, such as a CustomCall with odd parameters.
            complete(environment, result, null, ex);
            return;
        }
        giveUpWith(result, answer);
        Duration remaining = this.timeout.minusNanos(System.nanoTime() - start);
        CallTimeouts.Limit limit = session.callTimeouts().add(remaining.isNegative() ? Duration.ZERO : remaining,
                () -> complete(environment, result, null,
                        new CallTimeoutException(this.account.name(), call.command(), this.timeout)));
        answer.whenComplete((value, failure) -> {
            limit.lift();
            if (!(failure instanceof CancellationException)) {
                complete(environment, result, value, failure);
            }
        });
    }

    /** Whoever depends on a result may block: not on a thread that reads from the link, nor on the scheduler's. */
    private static <R> void complete(AccountEnvironment environment, CompletableFuture<R> result, @Nullable R value,
            @Nullable Throwable failure) {
        ListenerExecutor.Completion completion = () -> complete(result, value, failure);
        environment.executor().execute(completion);
    }

    private static <R> void complete(CompletableFuture<R> future, @Nullable R value, @Nullable Throwable failure) {
        if (failure != null) {
            future.completeExceptionally(failure);
        }
        else {
            future.complete(value);
        }
    }

    private static void giveUpWith(CompletableFuture<?> result, CompletableFuture<?> awaited) {
        result.whenComplete((value, failure) -> {
            if (failure != null) {
                awaited.cancel(true);
            }
        });
    }

    private static String outcome(@Nullable Throwable failure) {
        if (failure == null) {
            return "success";
        }
        Throwable cause = (failure instanceof CompletionException && failure.getCause() != null) ? failure.getCause()
                : failure;
        return cause.getClass().getSimpleName();
    }

}
