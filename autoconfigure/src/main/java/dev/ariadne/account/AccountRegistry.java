package dev.ariadne.account;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

import dev.ariadne.AccountSettings;
import dev.ariadne.Accounts;
import dev.ariadne.Ariadne;
import dev.ariadne.CurrentAriadne;
import dev.ariadne.LaunchStage;
import dev.ariadne.concurrent.SchedulerFactory;
import dev.ariadne.concurrent.SystemScheduler;
import dev.ariadne.connector.Connector;
import dev.ariadne.event.AriadneEventPublisher;
import dev.ariadne.event.ShutdownReason;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of one application, over all its starts.
 *
 * @since 0.1.0
 */
public final class AccountRegistry implements Accounts, AccountCompanions {

    private final Map<String, Connector> connectors;

    private final AccountRuntimeSettings settings;

    private final AccountObserver observer;

    private final SchedulerFactory schedulers;

    // Made once, and not at each start, which may come from a thread that does not know the application's classes.
    private final ThreadFactory listenerThreads;

    private final List<AccountCompanion> companions = new CopyOnWriteArrayList<>();

    private final KeepAlive keepAlive = new KeepAlive();

    // Guards changes of the fields below, which are read without it.
    private final ReentrantLock lock = new ReentrantLock();

    private volatile Map<String, ManagedAccount> accounts = Map.of();

    private volatile @Nullable String defaultName;

    private volatile @Nullable Launch launch;

    /** The stage while there is no launch. */
    private volatile LaunchStage idleStage = LaunchStage.PREPARING;

    /**
     * Creates accounts in the time of the system.
     *
     * @param settings how the runtime treats them
     * @param connectors the connectors there are
     * @param observer who is told what there is to count
     * @param accounts the accounts to begin with, by name
     * @param defaultName the name of the default account; null means the first one
     * @throws IllegalArgumentException if no connector knows the settings of an account, or two have one id
     */
    public AccountRegistry(AccountRuntimeSettings settings, List<Connector> connectors, AccountObserver observer,
            Map<String, AccountSettings> accounts, @Nullable String defaultName) {
        this(settings, connectors, observer, SystemScheduler::new, accounts, defaultName);
    }

    /**
     * Creates accounts.
     *
     * @param settings how the runtime treats them
     * @param connectors the connectors there are
     * @param observer who is told what there is to count
     * @param schedulers where each start gets its time from
     * @param accounts the accounts to begin with, by name
     * @param defaultName the name of the default account; null means the first one
     * @throws IllegalArgumentException if no connector knows the settings of an account, or two have one id
     */
    public AccountRegistry(AccountRuntimeSettings settings, List<Connector> connectors, AccountObserver observer,
            SchedulerFactory schedulers, Map<String, AccountSettings> accounts, @Nullable String defaultName) {
        this.settings = settings;
        this.schedulers = schedulers;
        this.listenerThreads = settings.threads().threadFactory("ariadne-listener-");
        this.connectors = connectors.stream()
            .collect(Collectors.toUnmodifiableMap(Connector::name, (connector) -> connector));
        this.observer = observer;
        accounts.forEach(this::register);
        if (defaultName != null) {
            this.defaultName = get(defaultName).name();
        }
    }

    @Override
    public Ariadne get(String name) {
        return require(name);
    }

    private ManagedAccount require(String name) {
        ManagedAccount account = this.accounts.get(name);
        if (account == null) {
            throw new NoSuchElementException("There is no account named '" + name + "'; " + known());
        }
        return account;
    }

    @Override
    public Ariadne get(long id) {
        return this.accounts.values().stream().filter((account) -> account.id() == id).findFirst()
            .orElseThrow(() -> new NoSuchElementException("There is no account with the id " + id + "; " + known()));
    }

    private String known() {
        return this.accounts.isEmpty() ? "none is configured below ariadne.accounts"
                : "known are " + this.accounts.values().stream()
                    .map((account) -> account.name() + " (" + account.id() + ")").collect(Collectors.joining(", "));
    }

    @Override
    public Ariadne getDefault() {
        Ariadne account = defaultOrNull();
        if (account == null) {
            throw new NoSuchElementException("There is no default account; " + known());
        }
        return account;
    }

    private @Nullable Ariadne defaultOrNull() {
        String name = this.defaultName;
        return (name != null) ? this.accounts.get(name) : null;
    }

    @Override
    public Iterator<Ariadne> iterator() {
        return new ArrayList<Ariadne>(this.accounts.values()).iterator();
    }

    /**
     * Returns the stage that the application is in, whatever single accounts do.
     */
    public LaunchStage stage() {
        Launch launch = this.launch;
        return (launch != null) ? launch.stage() : this.idleStage;
    }

    /**
     * Returns how an account is.
     *
     * @throws NoSuchElementException if there is no such account
     */
    public AccountSnapshot snapshot(String name) {
        ManagedAccount account = require(name);
        AccountSession session = account.session();
        return (session != null) ? session.snapshot()
                : new AccountSnapshot(account.status(), null, 0, null, null);
    }

    /**
     * Returns the settings of an account.
     *
     * @throws NoSuchElementException if there is no such account
     */
    public AccountSettings settings(String name) {
        return require(name).settings();
    }

    @Override
    public Ariadne add(String name, AccountSettings settings) {
        ManagedAccount account = register(name, settings);
        Launch launch = this.launch;
        if (launch != null) {
            holdIfWanted();
            launch.start(account);
        }
        return account;
    }

    private ManagedAccount register(String name, AccountSettings settings) {
        ManagedAccount account = new ManagedAccount(name, settings, this, this.settings.callTimeout(), this.observer);
        Connector connector = connector(name, settings);
        check(name, settings);
        connector.added(account, settings.connector());
        try {
            put(name, account);
        }
        catch (IllegalArgumentException ex) {
            connector.removed(account);
            throw ex;
        }
        this.observer.added(account);
        return account;
    }

    private void put(String name, ManagedAccount account) {
        this.lock.lock();
        try {
            check(name, account.settings());
            Map<String, ManagedAccount> changed = new LinkedHashMap<>(this.accounts);
            changed.put(name, account);
            this.accounts = Collections.unmodifiableMap(changed);
            if (this.defaultName == null) {
                this.defaultName = name;
            }
        }
        finally {
            this.lock.unlock();
        }
    }

    private void check(String name, AccountSettings settings) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("An account needs a name");
        }
        if (this.accounts.containsKey(name)) {
            throw new IllegalArgumentException("There is an account named '" + name + "' already");
        }
        this.accounts.values().stream().filter((account) -> account.id() == settings.id()).findFirst()
            .ifPresent((account) -> {
                throw new IllegalArgumentException("The account '" + account.name() + "' has the id "
                        + settings.id() + " already; one id can be run once");
            });
    }

    private Connector connector(String name, AccountSettings settings) {
        String connector = settings.connector().connector();
        Connector known = this.connectors.get(connector);
        if (known == null) {
            throw new IllegalArgumentException("There is no connector named '" + connector + "' for the account '"
                    + name + "'; known are " + this.connectors.keySet().stream().sorted().toList());
        }
        return known;
    }

    @Override
    public void remove(String name) {
        ManagedAccount account = require(name);
        beginRemoval(account);
        awaitUnlessOwn(account, stop(account, ShutdownReason.ACCOUNT_REMOVED)
            .whenComplete((result, failure) -> forget(account)));
    }

    private void beginRemoval(ManagedAccount account) {
        this.lock.lock();
        try {
            if (account.equals(defaultOrNull()) && this.accounts.size() > 1) {
                throw new IllegalStateException("The account '" + account.name()
                        + "' is the default account; it cannot be removed while there are others");
            }
            // Under the lock: a launch that is being prepared either begins without it, or is seen by the stop.
            account.remove();
        }
        finally {
            this.lock.unlock();
        }
    }

    private void forget(ManagedAccount account) {
        if (drop(account)) {
            connector(account.name(), account.settings()).removed(account);
            this.observer.removed(account);
            this.companions.forEach((companion) -> LifecyclePublications.tell(companion, account, companion::removed));
            holdIfWanted();
        }
    }

    /** Returns whether it was still there: it may have been removed twice. */
    private boolean drop(ManagedAccount account) {
        this.lock.lock();
        try {
            Map<String, ManagedAccount> changed = new LinkedHashMap<>(this.accounts);
            boolean dropped = changed.remove(account.name(), account);
            if (dropped && account.name().equals(this.defaultName)) {
                // Others may have been added while it stopped.
                this.defaultName = changed.keySet().stream().findFirst().orElse(null);
            }
            this.accounts = Collections.unmodifiableMap(changed);
            return dropped;
        }
        finally {
            this.lock.unlock();
        }
    }

    @Override
    public void start(String name) {
        ManagedAccount account = require(name);
        Launch launch = this.launch;
        if (launch == null || !launch.stage().isRunning()) {
            throw new IllegalStateException("The account '" + name
                    + "' cannot be started, because the application is not running");
        }
        if (account.isRemoved()) {
            throw new IllegalStateException("The account '" + name
                    + "' cannot be started, because it is being removed; add it again after that");
        }
        account.want(true);
        launch.start(account);
    }

    @Override
    public void stop(String name) {
        ManagedAccount account = require(name);
        awaitUnlessOwn(account, stop(account, ShutdownReason.ACCOUNT_STOPPED));
    }

    private CompletableFuture<Void> stop(ManagedAccount account, ShutdownReason reason) {
        Launch launch = this.launch;
        return (launch != null) ? launch.stop(account, reason) : CompletableFuture.completedFuture(null);
    }

    private static void awaitUnlessOwn(Ariadne account, CompletableFuture<?> stopped) {
        if (account.equals(CurrentAriadne.get())) {
            return;
        }
        try {
            stopped.get();
        }
        catch (InterruptedException ex) {
            // The stop goes on; only this thread does not wait for it any longer.
            Thread.currentThread().interrupt();
        }
        catch (ExecutionException ex) {
            throw new IllegalStateException("Could not stop the account '" + account.name() + "'", ex.getCause());
        }
    }

    @Override
    public void join(AccountCompanion companion) {
        Launch launch;
        this.lock.lock();
        try {
            // Under the lock: a launch that is being prepared either begins with it, or is told of it.
            this.companions.add(companion);
            launch = this.launch;
        }
        finally {
            this.lock.unlock();
        }
        if (launch != null) {
            launch.join(companion);
        }
    }

    @Override
    public void leave(AccountCompanion companion) {
        Launch launch;
        this.lock.lock();
        try {
            this.companions.remove(companion);
            launch = this.launch;
        }
        finally {
            this.lock.unlock();
        }
        if (launch != null) {
            launch.leave(companion);
        }
    }

    @Override
    public void beginStop() {
        Launch launch = this.launch;
        if (launch != null) {
            launch.beginStop();
        }
    }

    /** Prepares a launch of all accounts. */
    Launch prepare(AriadneEventPublisher publisher) {
        AccountEnvironment environment = new AccountEnvironment(this.settings,
                this.schedulers.create("ariadne-timer"),
                new ListenerExecutor(this.settings.threads(), this.listenerThreads), publisher, this.observer);
        Launch launch;
        this.lock.lock();
        try {
            // An account that is added later finds the launch.
            launch = new Launch(this.connectors, this.companions, environment, () -> this.accounts.values(),
                    this::defaultOrNull);
            this.launch = launch;
        }
        finally {
            this.lock.unlock();
        }
        holdIfWanted();
        return launch;
    }

    /** Ends the launch of all accounts. Blocks until nothing is left of it. */
    void finish(Thread stopper) {
        Launch launch = this.launch;
        if (launch != null) {
            // No account that is added later starts any more.
            launch.beginStop();
            try {
                launch.stop(stopper);
            }
            finally {
                this.idleStage = LaunchStage.FINISHED;
                this.launch = null;
                holdIfWanted();
            }
        }
    }

    private void holdIfWanted() {
        this.lock.lock();
        try {
            if (this.launch != null && this.settings.keepAlive() && !this.accounts.isEmpty()) {
                this.keepAlive.hold();
            }
            else {
                this.keepAlive.release();
            }
        }
        finally {
            this.lock.unlock();
        }
    }

}
