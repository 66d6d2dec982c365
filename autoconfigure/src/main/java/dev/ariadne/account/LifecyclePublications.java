package dev.ariadne.account;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import dev.ariadne.Ariadne;
import dev.ariadne.event.AccountConnectionFailedEvent;
import dev.ariadne.event.AccountLaunchedEvent;
import dev.ariadne.event.AccountOfflineEvent;
import dev.ariadne.event.AccountOnlineEvent;
import dev.ariadne.event.AccountShutdownEvent;
import dev.ariadne.event.AriadneEventPublisher;
import dev.ariadne.event.OfflineReason;
import dev.ariadne.event.ShutdownReason;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells listeners and companions what happens to one account during one start of it: one thing after the other, in the
 * order in which it happened, on the account's threads.
 */
final class LifecyclePublications {

    private static final Logger logger = LoggerFactory.getLogger(LifecyclePublications.class);

    private final Ariadne ariadne;

    private final AriadneEventPublisher publisher;

    private final Executor queue;

    private final List<AccountCompanion> companions;

    private final Runnable onLaunched;

    /** How far it is. A shutdown that is published past a listener that does not end decides what is still to come. */
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.NEW);

    private final AtomicBoolean online = new AtomicBoolean();

    private volatile boolean stopping;

    /**
     * Creates publications.
     *
     * @param queue runs one action after the other
     * @param onLaunched run once, after the listeners of the launch have returned
     */
    LifecyclePublications(Ariadne ariadne, AriadneEventPublisher publisher, Executor queue,
            Collection<AccountCompanion> companions, Runnable onLaunched) {
        this.ariadne = ariadne;
        this.publisher = publisher;
        this.queue = queue;
        this.companions = new CopyOnWriteArrayList<>(companions);
        this.onLaunched = onLaunched;
    }

    void join(AccountCompanion companion) {
        this.queue.execute(() -> {
            this.companions.add(companion);
            if (this.stage.get() == Stage.LAUNCHED && !this.stopping) {
                tell(companion, this.ariadne, companion::launched);
            }
            if (this.online.get() && !this.stopping) {
                tell(companion, this.ariadne, companion::online);
            }
        });
    }

    void leave(AccountCompanion companion) {
        this.queue.execute(() -> this.companions.remove(companion));
        this.companions.remove(companion);
    }

    void online() {
        this.queue.execute(() -> {
            if (this.stopping) {
                return;
            }
            this.online.set(true);
            this.publisher.publish(new AccountOnlineEvent(this.ariadne));
            if (this.stage.compareAndSet(Stage.NEW, Stage.LAUNCHED)) {
                launch();
            }
            tellAll((companion) -> companion.online(this.ariadne));
        });
    }

    private void launch() {
        this.publisher.publish(new AccountLaunchedEvent(this.ariadne));
        tellAll((companion) -> companion.launched(this.ariadne));
        this.onLaunched.run();
    }

    void offline(OfflineReason reason, String detail) {
        this.queue.execute(() -> {
            if (!this.online.getAndSet(false)) {
                return;
            }
            this.publisher.publish(new AccountOfflineEvent(this.ariadne, reason, detail));
            tellAll((companion) -> companion.offline(this.ariadne));
        });
    }

    void connectionFailed(Throwable cause, int attempt, @Nullable Duration delay) {
        this.queue.execute(() -> {
            if (this.stage.get() != Stage.SHUT_DOWN) {
                this.publisher.publish(new AccountConnectionFailedEvent(this.ariadne, cause, attempt, delay));
            }
        });
    }

    /**
     * Tells the companions to stop, on the calling thread. Nothing begins any more after this.
     *
     * @return completed when all have stopped, never exceptionally
     */
    CompletableFuture<Void> stopCompanions() {
        this.stopping = true;
        return CompletableFuture.allOf(this.companions.stream().map(this::stop).toArray(CompletableFuture[]::new));
    }

    private CompletableFuture<Void> stop(AccountCompanion companion) {
        try {
            CompletionStage<?> stopped = companion.stop(this.ariadne);
            return stopped.handle((result, failure) -> (Void) null).toCompletableFuture();
        }
        catch (RuntimeException | Error ex) {
            String account = this.ariadne.name();
            AccountLog.write(account, () -> logger.error("Could not stop {} for account '{}'", companion, account, ex));
            return CompletableFuture.completedFuture(null);
        }
    }

    /**
     * Returns what is completed when the listeners of everything that was published before have returned.
     */
    CompletableFuture<Void> caughtUp() {
        return CompletableFuture.runAsync(() -> {
        }, this.queue);
    }

    /**
     * Publishes the end of the account, after everything that was published before.
     *
     * @return completed when its listeners have returned
     */
    CompletableFuture<Void> shutDown(ShutdownReason reason) {
        return CompletableFuture.runAsync(() -> shutDownNow(reason), this.queue);
    }

    /**
     * Publishes the end of the account on the calling thread. If that has been begun already, and a listener does not
     * end, what would have followed.
     */
    void shutDownNow(ShutdownReason reason) {
        if (this.stage.getAndSet(Stage.SHUT_DOWN) == Stage.LAUNCHED) {
            this.publisher.publish(new AccountShutdownEvent(this.ariadne, reason));
        }
        if (this.online.getAndSet(false)) {
            this.publisher.publish(new AccountOfflineEvent(this.ariadne, OfflineReason.STOPPED, "stopped"));
        }
    }

    private void tellAll(Consumer<AccountCompanion> message) {
        for (AccountCompanion companion : this.companions) {
            if (this.stopping) {
                return;
            }
            tell(companion, this.ariadne, (ariadne) -> message.accept(companion));
        }
    }

    /** Tells a companion something about an account; what it throws is logged. */
    static void tell(AccountCompanion companion, Ariadne ariadne, Consumer<Ariadne> message) {
        try {
            message.accept(ariadne);
        }
        catch (RuntimeException | Error ex) {
            String account = ariadne.name();
            AccountLog.write(account, () -> logger.error("{} failed for account '{}'", companion, account, ex));
        }
    }

    private enum Stage {

        NEW, LAUNCHED, SHUT_DOWN

    }

}
