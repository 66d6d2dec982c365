package dev.ariadne.account;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import dev.ariadne.AccountSettings;
import dev.ariadne.AccountStatus;
import dev.ariadne.Accounts;
import dev.ariadne.concurrent.ThreadMode;
import dev.ariadne.connector.Connection;
import dev.ariadne.event.AriadneEventPublisher;
import dev.ariadne.event.ShutdownReason;
import dev.ariadne.model.Threads;

/**
 * One account, with everything around it in the hands of a test, and what holds of it at any time and in the end.
 */
final class AccountPlay {

    private static final Duration CALL_TIMEOUT = Duration.ofDays(1);

    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofHours(1);

    private static final int MAX_ATTEMPTS = 2;

    private static final AccountRuntimeSettings SETTINGS = new AccountRuntimeSettings(
            new ConnectSettings(Duration.ofSeconds(10), Duration.ofMillis(10), Duration.ofMillis(80), MAX_ATTEMPTS,
                    Duration.ofSeconds(30)),
            4, CALL_TIMEOUT, SHUTDOWN_TIMEOUT, false, ThreadMode.PLATFORM, 0);

    private static final Accounts NO_OTHERS = new AccountRegistry(SETTINGS, List.of(), AccountObserver.NONE, Map.of(),
            null);

    final PlayScheduler scheduler = new PlayScheduler();

    final PlayListener listener = new PlayListener();

    final PlayConnector connector = new PlayConnector(this::checkBeforeAttempt);

    final ManagedAccount account;

    final Launch launch;

    private final List<CompletableFuture<Connection>> calls = new ArrayList<>();

    private final boolean oneThread;

    /**
     * Creates a play.
     *
     * @param executor where the account runs what it does
     * @param oneThread whether all is done by one thread
     */
    AccountPlay(Executor executor, boolean oneThread) {
        this.oneThread = oneThread;
        this.account = new ManagedAccount("alice", AccountSettings.of(1, PlayConnector.SETTINGS), NO_OTHERS,
                CALL_TIMEOUT, AccountObserver.NONE);
        this.launch = new Launch(Map.of(this.connector.name(), this.connector), List.of(this.listener),
                new AccountEnvironment(SETTINGS, this.scheduler, new ListenerExecutor(executor),
                        new AriadneEventPublisher(this.listener), AccountObserver.NONE),
                () -> List.of(this.account), () -> this.account);
    }

    AccountSession session() {
        return Objects.requireNonNull(this.account.session());
    }

    void start() {
        this.account.want(true);
        this.launch.start();
        this.launch.start(this.account);
    }

    CompletableFuture<Void> stop() {
        return this.launch.stop(this.account, ShutdownReason.ACCOUNT_STOPPED);
    }

    /** Waits for the connection, as a call does. */
    void call() {
        CompletableFuture<Connection> call = session().connected("call", CALL_TIMEOUT);
        synchronized (this.calls) {
            this.calls.add(call);
        }
    }

    /** Of what passes this there is only ever one. */
    private void checkBeforeAttempt() {
        Threads.require(this.connector.open() == 0, "it connects while it is connected");
        Threads.require(this.connector.closingAttempt() == null, "it connects while the connection is being closed");
        Threads.require(this.connector.pending() == 0, "it connects while it connects");
        // With more threads it may be stopped just now.
        Threads.require(!this.oneThread || !session().isStopping(), "it connects although it is stopped");
    }

    /**
     * Fails if something is not as it always has to be, between two steps of one thread.
     *
     * @param idle whether the account has nothing to do at the moment
     */
    void check(boolean idle) {
        this.connector.check();
        this.listener.check();
        if (session().isStopping()) {
            checkStopping();
        }
        else if (idle) {
            checkRunning(session().status());
        }
        Threads.require(!idle || !isAnswerable() || allCallsEnd(), "a call waits for nothing");
    }

    private void checkStopping() {
        Threads.require(this.scheduler.retries() == 0, "it is to connect although it is stopped");
        Threads.require(this.connector.pending() == 0, "it connects although it is stopped");
        if (session().closed().isDone()) {
            Threads.require(this.connector.open() == 0, "a connection is left open");
            Threads.require(this.connector.closingAttempt() == null, "it counts as closed while it is being closed");
            Threads.require(session().status() == AccountStatus.STOPPED, "it is closed but not stopped");
        }
    }

    private void checkRunning(AccountStatus status) {
        PlayConnector.Attempt open = this.connector.openAttempt();
        boolean pending = this.connector.pending() > 0;
        boolean closing = this.connector.closingAttempt() != null;
        boolean retries = this.scheduler.retries() > 0;
        boolean holds = switch (status) {
            case NEW, PARKED -> open == null && !pending && !retries;
            case CONNECTING -> open == null && pending != closing && !retries;
            case ONLINE -> open != null && open.isLoggedIn() && !retries;
            case OFFLINE -> (open == null) ? retries : !open.isLoggedIn() && retries == open.isReplaceable();
            case STOPPED -> false;
        };
        Threads.require(holds, "it is " + status + (open != null ? ", connected" : "") + (pending ? ", connecting" : "")
                + (retries ? ", to connect" : ""));
    }

    private boolean isAnswerable() {
        AccountStatus status = session().status();
        return status == AccountStatus.ONLINE || status == AccountStatus.PARKED || session().isStopping();
    }

    private boolean allCallsEnd() {
        synchronized (this.calls) {
            for (CompletableFuture<Connection> call : this.calls) {
                if (!call.isDone()) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Fails if something is not as it has to be after a stop that is over, beside what always has to be. */
    void checkEnd() {
        Threads.require(session().closed().isDone(), "it is never closed");
        this.listener.checkEnd();
        Threads.require(this.scheduler.waiting() == 0, "a timer is left");
    }

}
