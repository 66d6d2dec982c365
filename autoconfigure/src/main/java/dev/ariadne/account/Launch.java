package dev.ariadne.account;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

import dev.ariadne.Ariadne;
import dev.ariadne.LaunchStage;
import dev.ariadne.concurrent.Uncaught;
import dev.ariadne.connector.Connector;
import dev.ariadne.event.ApplicationLaunchedEvent;
import dev.ariadne.event.ApplicationShutdownEvent;
import dev.ariadne.event.ShutdownReason;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One start of the application's accounts, from its beginning to its end. Made anew for each start.
 */
final class Launch {

    private static final Logger logger = LoggerFactory.getLogger(Launch.class);

    /** More than any connection takes to close. */
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(3);

    private final Map<String, Connector> connectors;

    private final Collection<AccountCompanion> companions;

    private final AccountEnvironment environment;

    private final List<ManagedAccount> initial;

    private final @Nullable Ariadne defaultAccount;

    // Guards which session an account has.
    private final ReentrantLock lock = new ReentrantLock();

    private volatile LaunchStage stage = LaunchStage.PREPARING;

    /** Takes the environment for its own, and closes it in the end. */
    Launch(Map<String, Connector> connectors, Collection<AccountCompanion> companions, AccountEnvironment environment,
            List<ManagedAccount> initial, @Nullable Ariadne defaultAccount) {
        this.connectors = connectors;
        this.companions = companions;
        this.environment = environment;
        this.defaultAccount = defaultAccount;
        this.initial = initial;
        this.initial.forEach((account) -> {
            account.want(true);
            account.begin(this, session(account));
        });
    }

    LaunchStage stage() {
        return this.stage;
    }

    /**
     * Publishes the launch, and begins to connect the accounts. Waits for no account.
     */
    void start() {
        if (this.defaultAccount != null && this.stage.isRunning()) {
            this.environment.publisher().publish(new ApplicationLaunchedEvent(this.defaultAccount));
        }
        enter(LaunchStage.BLOCKING);
        this.initial.forEach(this::start);
    }

    /**
     * Starts one account, now or when a stop that is under way is over.
     */
    void start(ManagedAccount account) {
        AccountSession session;
        this.lock.lock();
        try {
            if (!this.stage.isRunning() || !account.isWanted()) {
                return;
            }
            session = account.session();
            if (session != null && session.isStopping() && !session.closed().isDone()) {
                session.closed().whenComplete((result, failure) -> start(account));
                return;
            }
            if (session == null || session.isStopping()) {
                session = session(account);
                account.begin(this, session);
            }
        }
        finally {
            this.lock.unlock();
        }
        session.start();
    }

    /**
     * Stops one account.
     *
     * @return completed when it has stopped, never exceptionally
     */
    CompletableFuture<Void> stop(ManagedAccount account, ShutdownReason reason) {
        AccountSession session;
        this.lock.lock();
        try {
            account.want(false);
            session = account.session();
        }
        finally {
            this.lock.unlock();
        }
        if (session == null) {
            return CompletableFuture.completedFuture(null);
        }
        session.stop(reason, listenerLimit()).whenComplete((result, failure) -> session.closeLink());
        return session.closed();
    }

    private AccountSession session(ManagedAccount account) {
        Connector connector = Objects.requireNonNull(this.connectors.get(account.settings().connector().connector()));
        return new AccountSession(account, account.settings(), connector, this.environment, this.companions);
    }

    /**
     * Tells that the end has begun.
     */
    void beginStop() {
        enter(LaunchStage.CLEANING);
    }

    private void enter(LaunchStage next) {
        this.lock.lock();
        try {
            if (next.compareTo(this.stage) > 0) {
                this.stage = next;
            }
        }
        finally {
            this.lock.unlock();
        }
    }

    /**
     * Ends the launch, after {@link #beginStop}. Blocks until nothing is left of it.
     *
     * @param stopper the thread that asked for it, and may wait for it
     */
    void stop(List<ManagedAccount> accounts, Thread stopper) {
        try {
            List<AccountSession> sessions = accounts.stream().map(ManagedAccount::session).flatMap(Stream::ofNullable)
                .toList();
            sessions.forEach((session) -> session.stoppedBy(stopper));
            all(sessions.stream().map((session) -> session.stop(ShutdownReason.APPLICATION_STOPPED, listenerLimit())))
                .join();
            if (this.defaultAccount != null) {
                shutDown(this.defaultAccount);
            }
            all(sessions.stream().map(AccountSession::closeLink))
                .completeOnTimeout(null, CLOSE_LIMIT.toMillis(), TimeUnit.MILLISECONDS).join();
        }
        finally {
            this.environment.scheduler().close();
            this.environment.executor().close();
            enter(LaunchStage.FINISHED);
        }
    }

    private static CompletableFuture<Void> all(Stream<CompletableFuture<Void>> futures) {
        return CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new));
    }

    private void shutDown(Ariadne ariadne) {
        ListenerThreads threads = new ListenerThreads(ariadne.name(), this.environment.executor(),
                this.environment.scheduler());
        CompletableFuture<Void> published = CompletableFuture.runAsync(
                () -> this.environment.publisher().publish(new ApplicationShutdownEvent(ariadne)), threads);
        boolean ended = threads.bound(published, this.environment.settings().shutdownTimeout().dividedBy(4)).join();
        if (!ended) {
            Uncaught.run(() -> logger.error(
                    "A listener of ApplicationShutdownEvent does not end; going on without it"));
        }
    }

    /** What the listeners of accounts may take; the rest is for those of the application. */
    private Duration listenerLimit() {
        return this.environment.settings().shutdownTimeout().multipliedBy(3).dividedBy(4);
    }

}
