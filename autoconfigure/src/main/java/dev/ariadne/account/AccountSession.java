package dev.ariadne.account;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.ariadne.AccountOfflineException;
import dev.ariadne.AccountSettings;
import dev.ariadne.AccountStatus;
import dev.ariadne.Ariadne;
import dev.ariadne.connector.Connection;
import dev.ariadne.connector.Connector;
import dev.ariadne.event.AriadneEventPublisher;
import dev.ariadne.event.ReceivedEvent;
import dev.ariadne.event.ShutdownReason;

/**
 * One start of an account, from its beginning to its end. Made anew for each start.
 */
final class AccountSession {

    /** What is left for what follows a listener of the shutdown that does not end. */
    private static final Duration LAST_WORD = Duration.ofMillis(500);

    private final Ariadne ariadne;

    private final Connector connector;

    private final AccountEnvironment environment;

    private final ListenerThreads threads;

    private final EventDispatcher dispatcher;

    private final LifecyclePublications publications;

    private final CallTimeouts callTimeouts;

    private final AccountLink link;

    private final AccountLog log;

    private final AtomicBoolean stopping = new AtomicBoolean();

    private final CompletableFuture<Void> shutDown = new CompletableFuture<>();

    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    AccountSession(Ariadne ariadne, AccountSettings settings, Connector connector, AccountEnvironment environment,
            Collection<AccountCompanion> companions) {
        this.ariadne = ariadne;
        this.connector = connector;
        this.environment = environment;
        this.log = new AccountLog(ariadne);
        this.threads = new ListenerThreads(ariadne.name(), environment.executor(), environment.scheduler());
        this.dispatcher = new EventDispatcher(environment.settings().maxPendingEvents(),
                ListenerConcurrency.of(environment.settings().threads()), this::executeBound,
                environment.publisher()::publish, this::roomAgain);
        this.publications = new LifecyclePublications(ariadne, environment.publisher(), this.threads.oneByOne(),
                companions, this.dispatcher::open);
        this.callTimeouts = new CallTimeouts(environment.scheduler());
        this.link = new AccountLink(ariadne, settings.connector(), connector, this);
    }

    AccountEnvironment environment() {
        return this.environment;
    }

    LifecyclePublications publications() {
        return this.publications;
    }

    AccountLog log() {
        return this.log;
    }

    AccountStatus status() {
        return this.link.snapshot().status();
    }

    AccountSnapshot snapshot() {
        return this.link.snapshot();
    }

    boolean isStopping() {
        return this.stopping.get();
    }

    /**
     * Begins to connect, unless that has begun. Lets a parked account try again.
     */
    void start() {
        this.link.start();
    }

    /**
     * Returns the connection by which calls can be made, as soon as there is one.
     *
     * @param command the call that waits, for messages
     * @param timeout how long it waits
     * @return completes exceptionally with an {@link AccountOfflineException} if the account does not become online in
     * time, or will not; to cancel it ends the waiting
     */
    CompletableFuture<Connection> connected(String command, Duration timeout) {
        return this.link.connected(command, timeout);
    }

    CallTimeouts callTimeouts() {
        return this.callTimeouts;
    }

    boolean hasCapacity() {
        return this.dispatcher.hasCapacity();
    }

    void received(ReceivedEvent event) {
        if (this.dispatcher.dispatch(event)) {
            this.environment.observer().received(this.ariadne, event);
        }
        else {
            this.environment.observer().dropped(this.ariadne, event);
            this.log.dropped(event);
        }
    }

    void rejected(String reason) {
        this.environment.observer().rejected(this.ariadne);
        this.log.rejected(reason);
    }

    void missed(String reason) {
        this.log.missed(reason);
    }

    /** A thread delivers many events, and is bound to the account once for all. */
    private void executeBound(Runnable delivery) {
        this.threads.execute(() -> AriadneEventPublisher.runBound(this.ariadne, delivery));
    }

    private void roomAgain() {
        this.log.roomAgain();
        this.link.resume();
    }

    /**
     * Tells which thread stops the application, in case it is one of this account's listeners.
     */
    void stoppedBy(Thread thread) {
        this.threads.spare(thread);
    }

    /**
     * Stops the account, except for its link: ends what runs for it, and publishes its shutdown. Does the work once.
     *
     * @param limit how long the listeners may take, in all
     * @return completed when that is done, never exceptionally
     */
    CompletableFuture<Void> stop(ShutdownReason reason, Duration limit) {
        if (this.stopping.compareAndSet(false, true)) {
            this.link.stop();
            tellConnector();
            this.publications.stopCompanions().whenComplete((result, failure) -> stopListeners(reason, limit));
        }
        return this.shutDown;
    }

    private void tellConnector() {
        try {
            this.connector.stopped(this.ariadne);
        }
        catch (RuntimeException | Error ex) {
            this.log.notToldToStop(this.connector.name(), ex);
        }
    }

    private void stopListeners(ShutdownReason reason, Duration limit) {
        this.log.lostEvents(this.dispatcher.close());
        this.threads.bound(this.dispatcher.closed(), limit.dividedBy(3))
            .thenCompose((ended) -> shutDown(reason, limit.multipliedBy(2).dividedBy(3)))
            .whenComplete((ended, failure) -> {
                this.link.retire();
                this.log.stopped();
                this.shutDown.complete(null);
            });
    }

    /**
     * Publishes the shutdown after all that was published before, or past a listener that does not end in half of the
     * time: so much is left in any case for those of the shutdown.
     */
    private CompletableFuture<Boolean> shutDown(ShutdownReason reason, Duration limit) {
        Duration half = limit.dividedBy(2);
        long begin = this.environment.scheduler().nanoTime();
        return this.threads.bound(this.publications.caughtUp(), half).thenCompose((caughtUp) -> {
            if (!caughtUp) {
                return shutDownAside(reason, half);
            }
            Duration taken = Duration.ofNanos(this.environment.scheduler().nanoTime() - begin);
            Duration left = (taken.compareTo(half) < 0) ? limit.minus(taken) : half;
            return this.threads.bound(this.publications.shutDown(reason), left)
                .thenCompose((ended) -> ended ? CompletableFuture.completedFuture(true)
                        : shutDownAside(reason, LAST_WORD));
        });
    }

    private CompletableFuture<Boolean> shutDownAside(ShutdownReason reason, Duration limit) {
        return this.threads.bound(
                CompletableFuture.runAsync(() -> this.publications.shutDownNow(reason), this.threads), limit);
    }

    /**
     * Closes the link, after {@link #stop}. Calls cannot be made any more.
     *
     * @return {@link #closed()}
     */
    CompletableFuture<Void> closeLink() {
        this.link.close().whenComplete((result, failure) -> {
            // A link that is closed has ended its calls. Should one be left, nobody waits for it in vain.
            this.callTimeouts.close();
            this.closed.complete(null);
        });
        return this.closed;
    }

    /**
     * Completes, never exceptionally, when nothing is left of this start of the account.
     */
    CompletableFuture<Void> closed() {
        return this.closed;
    }

}
