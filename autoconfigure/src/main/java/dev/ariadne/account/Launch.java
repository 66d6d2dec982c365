package dev.ariadne.account;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.ariadne.Ariadne;
import dev.ariadne.LaunchStage;
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

    private final AccountEnvironment environment;

    private final Supplier<Collection<ManagedAccount>> accounts;

    private final Supplier<@Nullable Ariadne> defaultAccount;

    // Guards which session an account has, changes of the stage, and the fields below.
    private final ReentrantLock lock = new ReentrantLock();

    private final List<AccountCompanion> companions;

    /** The accounts that begin to connect when the application has been launched. */
    private final Set<ManagedAccount> waiting;

    private boolean started;

    private boolean launched;

    /** The account that the launch of the application has been published for, as soon as that has begun. */
    private @Nullable Ariadne launchedFor;

    private volatile LaunchStage stage = LaunchStage.PREPARING;

    /**
     * Takes the environment for its own, and closes it in the end.
     *
     * @param accounts tells which accounts there are; those there are now begin with the launch
     * @param defaultAccount tells the default account, which is there if there is any
     */
    Launch(Map<String, Connector> connectors, Collection<AccountCompanion> companions, AccountEnvironment environment,
            Supplier<Collection<ManagedAccount>> accounts, Supplier<@Nullable Ariadne> defaultAccount) {
        this.connectors = connectors;
        this.companions = new ArrayList<>(companions);
        this.environment = environment;
        this.accounts = accounts;
        this.defaultAccount = defaultAccount;
        this.waiting = new LinkedHashSet<>(accounts.get());
        this.waiting.removeIf(ManagedAccount::isRemoved);
        this.waiting.forEach((account) -> {
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
        this.lock.lock();
        try {
            this.started = true;
        }
        finally {
            this.lock.unlock();
        }
        launchApplication();
    }

    /** Publishes the launch of the application once, as soon as there is an account to bind it to. */
    private void launchApplication() {
        Ariadne ariadne = beginLaunch();
        if (ariadne == null) {
            return;
        }
        this.environment.publisher().publish(new ApplicationLaunchedEvent(ariadne));
        List<AccountCompanion> told;
        List<ManagedAccount> begun;
        this.lock.lock();
        try {
            enter(LaunchStage.BLOCKING);
            this.launched = true;
            told = List.copyOf(this.companions);
            begun = List.copyOf(this.waiting);
            this.waiting.clear();
        }
        finally {
            this.lock.unlock();
        }
        told.forEach((companion) -> tellOfLaunch(companion, ariadne));
        begun.forEach(this::start);
    }

    /** Returns the account to launch the application for, null if that is not to be done now. */
    private @Nullable Ariadne beginLaunch() {
        this.lock.lock();
        try {
            if (!this.started || this.launchedFor != null || !this.stage.isRunning()) {
                return null;
            }
            Ariadne ariadne = this.defaultAccount.get();
            if (ariadne == null) {
                enter(LaunchStage.BLOCKING);
            }
            this.launchedFor = ariadne;
            return ariadne;
        }
        finally {
            this.lock.unlock();
        }
    }

    private static void tellOfLaunch(AccountCompanion companion, Ariadne ariadne) {
        LifecyclePublications.tell(companion, ariadne, companion::applicationLaunched);
    }

    /**
     * Starts one account, now or when a stop that is under way is over; but not before the application has been
     * launched, which the first account sees to if there was none.
     */
    void start(ManagedAccount account) {
        if (waitsForLaunch(account)) {
            launchApplication();
            return;
        }
        AccountSession session = sessionToStart(account);
        if (session != null) {
            session.start();
        }
    }

    private boolean waitsForLaunch(ManagedAccount account) {
        this.lock.lock();
        try {
            if (!this.launched) {
                this.waiting.add(account);
            }
            return !this.launched;
        }
        finally {
            this.lock.unlock();
        }
    }

    private @Nullable AccountSession sessionToStart(ManagedAccount account) {
        this.lock.lock();
        try {
            if (!this.stage.isRunning() || !account.isWanted()) {
                return null;
            }
            AccountSession session = account.session();
            if (session != null && session.isStopping() && !session.closed().isDone()) {
                session.closed().whenComplete((result, failure) -> start(account));
                return null;
            }
            if (session == null || session.isStopping()) {
                session = session(account);
                account.begin(this, session);
            }
            return session;
        }
        finally {
            this.lock.unlock();
        }
    }

    /** A companion joins: it is told of what has happened, and of all accounts that are still to come. */
    void join(AccountCompanion companion) {
        Ariadne ariadne;
        List<AccountSession> sessions;
        this.lock.lock();
        try {
            this.companions.add(companion);
            ariadne = this.launched ? this.launchedFor : null;
            sessions = sessions(this.accounts.get());
        }
        finally {
            this.lock.unlock();
        }
        if (ariadne != null) {
            tellOfLaunch(companion, ariadne);
        }
        sessions.forEach((session) -> session.publications().join(companion));
    }

    void leave(AccountCompanion companion) {
        List<AccountSession> sessions;
        this.lock.lock();
        try {
            this.companions.remove(companion);
            sessions = sessions(this.accounts.get());
        }
        finally {
            this.lock.unlock();
        }
        sessions.forEach((session) -> session.publications().leave(companion));
    }

    private static List<AccountSession> sessions(Collection<ManagedAccount> accounts) {
        return accounts.stream().map(ManagedAccount::session).flatMap(Stream::ofNullable).toList();
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
    void stop(Thread stopper) {
        try {
            List<AccountSession> sessions = sessions(this.accounts.get());
            sessions.forEach((session) -> session.stoppedBy(stopper));
            all(sessions.stream().map((session) -> session.stop(ShutdownReason.APPLICATION_STOPPED, listenerLimit())))
                .join();
            Ariadne ariadne = toShutDown();
            if (ariadne != null) {
                shutDown(ariadne);
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

    /** Returns the account that the shutdown of the application is bound to, null if there has been no launch. */
    private @Nullable Ariadne toShutDown() {
        this.lock.lock();
        try {
            Ariadne ariadne = this.defaultAccount.get();
            // It may have been removed since, and be the last one.
            return (this.launchedFor == null || ariadne == null) ? this.launchedFor : ariadne;
        }
        finally {
            this.lock.unlock();
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
            AccountLog.write(ariadne.name(), () -> logger.error(
                    "A listener of ApplicationShutdownEvent does not end; going on without it"));
        }
    }

    /** What the listeners of accounts may take; the rest is for those of the application. */
    private Duration listenerLimit() {
        return this.environment.settings().shutdownTimeout().multipliedBy(3).dividedBy(4);
    }

}
