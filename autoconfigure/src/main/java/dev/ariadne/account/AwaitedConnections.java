package dev.ariadne.account;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

import dev.ariadne.AccountOfflineException;
import dev.ariadne.concurrent.Scheduler;
import dev.ariadne.connector.Connection;

/**
 * The calls of one account that wait for its connection.
 */
final class AwaitedConnections {

    private final String account;

    private final AccountEnvironment environment;

    // Guards awaited.
    private final ReentrantLock lock = new ReentrantLock();

    private final Set<Awaited> awaited = new LinkedHashSet<>();

    AwaitedConnections(String account, AccountEnvironment environment) {
        this.account = account;
        this.environment = environment;
    }

    /**
     * Lets a call wait.
     *
     * @param command the call
     * @param timeout how long it waits
     * @param whyOffline asked, when that time is over, how the account is
     */
    CompletableFuture<Connection> await(String command, Duration timeout, Supplier<String> whyOffline) {
        Awaited call = new Awaited(command, new CompletableFuture<>());
        change(() -> this.awaited.add(call));
        Scheduler.Timer timer = this.environment.scheduler().after(timeout,
                () -> call.future().completeExceptionally(offline(command, whyOffline.get())));
        call.future().whenComplete((connection, failure) -> {
            timer.cancel();
            change(() -> this.awaited.remove(call));
        });
        return call.future();
    }

    private void change(Runnable change) {
        this.lock.lock();
        try {
            change.run();
        }
        finally {
            this.lock.unlock();
        }
    }

    /** There is a connection. Who waits is told on another thread. */
    void connected(Connection connection) {
        tell((call) -> call.future().complete(connection));
    }

    /** There will not be a connection. Who waits is told on another thread. */
    void hopeless(String reason) {
        tell((call) -> call.future().completeExceptionally(hopelessly(call.command(), reason)));
    }

    private void tell(Consumer<Awaited> message) {
        List<Awaited> told;
        this.lock.lock();
        try {
            told = List.copyOf(this.awaited);
            this.awaited.clear();
        }
        finally {
            this.lock.unlock();
        }
        if (!told.isEmpty()) {
            this.environment.executor().execute(() -> told.forEach(message));
        }
    }

    private AccountOfflineException offline(String command, String reason) {
        return new AccountOfflineException(this.account, command, reason);
    }

    AccountOfflineException hopelessly(String command, String reason) {
        return new AccountOfflineException(this.account, command, reason, false);
    }

    private record Awaited(String command, CompletableFuture<Connection> future) {

    }

}
