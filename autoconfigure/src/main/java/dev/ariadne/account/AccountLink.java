package dev.ariadne.account;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;

import dev.ariadne.AccountStatus;
import dev.ariadne.Ariadne;
import dev.ariadne.ConnectorSettings;
import dev.ariadne.concurrent.Scheduler;
import dev.ariadne.connector.ConnectFailedException;
import dev.ariadne.connector.ConnectFailedException.Retry;
import dev.ariadne.connector.ConnectRequest;
import dev.ariadne.connector.Connection;
import dev.ariadne.connector.Connector;
import dev.ariadne.event.OfflineReason;
import org.jspecify.annotations.Nullable;
import org.springframework.util.backoff.BackOffExecution;

/**
 * The state of one account: makes its link, and makes it again, until it is stopped.
 */
final class AccountLink {

    /** The delay has reached its maximum long before. */
    private static final int MAX_SHORT_LINKS = 64;

    private final Ariadne ariadne;

    private final ConnectorSettings settings;

    private final Connector connector;

    private final AccountSession session;

    private final AccountEnvironment environment;

    private final ConnectSettings connect;

    private final AwaitedConnections awaited;

    // Guards all fields below, and those of attempts. Publications are queued under it, so that they are in order;
    // everything else that follows from a change is done without it.
    private final ReentrantLock lock = new ReentrantLock();

    private AccountStatus status = AccountStatus.NEW;

    private Instant since;

    private boolean stopping;

    /** The platform has known the account, since it has been online. */
    private boolean known;

    private int attempts;

    private int failures;

    private @Nullable Throwable lastFailure;

    private @Nullable Instant lastFailureAt;

    /** How many links in a row were lost soon: what is lost as soon as it is made is made ever more slowly. */
    private int shortLinks;

    private BackOffExecution backOff;

    /** When the latest link was made, by the nano time of the scheduler. */
    private long connectedAt;

    private Scheduler.@Nullable Timer nextAttempt;

    /** The platform has said, during the attempt that is under way, that another one is worth making. */
    private boolean reachable;

    private @Nullable LinkAttempt attempt;

    private @Nullable Connection connection;

    /** Completes, never exceptionally, when all connections that were given up are closed. */
    private CompletableFuture<Void> closed = CompletableFuture.completedFuture(null);

    AccountLink(Ariadne ariadne, ConnectorSettings settings, Connector connector, AccountSession session) {
        this.ariadne = ariadne;
        this.settings = settings;
        this.connector = connector;
        this.session = session;
        this.environment = session.environment();
        this.connect = this.environment.settings().connect();
        this.awaited = new AwaitedConnections(ariadne.name(), this.environment);
        this.since = this.environment.scheduler().now();
        this.backOff = this.connect.backOff().start();
    }

    AccountSnapshot snapshot() {
        this.lock.lock();
        try {
            return new AccountSnapshot(this.status, this.since, this.attempts, this.lastFailure,
                    this.lastFailureAt);
        }
        finally {
            this.lock.unlock();
        }
    }

    /**
     * Begins to connect, if the account is new or parked.
     */
    void start() {
        this.lock.lock();
        try {
            if (this.stopping || (this.status != AccountStatus.NEW && this.status != AccountStatus.PARKED)) {
                return;
            }
            this.shortLinks = 0;
            forgetFailures();
            become(AccountStatus.CONNECTING);
        }
        finally {
            this.lock.unlock();
        }
        this.environment.executor().execute(this::attempt);
    }

    private void forgetFailures() {
        this.failures = 0;
        this.backOff = this.connect.backOff().start();
        for (int i = 0; i < this.shortLinks; i++) {
            this.backOff.nextBackOff();
        }
    }

    private void become(AccountStatus next) {
        if (!this.status.canBecome(next)) {
            throw new IllegalStateException("Account '" + this.ariadne.name() + "' cannot go from " + this.status
                    + " to " + next);
        }
        this.status = next;
        this.since = this.environment.scheduler().now();
        tellAwaiting();
    }

    private void attempt() {
        LinkAttempt attempt = new LinkAttempt(this, this.session);
        this.lock.lock();
        try {
            if (this.stopping) {
                return;
            }
            this.attempts++;
            this.reachable = false;
            this.attempt = attempt;
        }
        finally {
            this.lock.unlock();
        }
        CompletableFuture<Connection> connecting = connect(attempt);
        if (remember(attempt, connecting)) {
            connecting.whenComplete((connection, failure) -> completed(attempt, connection, failure));
        }
        else {
            abandon(connecting);
        }
    }

    private CompletableFuture<Connection> connect(LinkAttempt attempt) {
        try {
            return this.connector.connect(new ConnectRequest(this.ariadne, this.settings, this.connect.timeout(),
                    this.connect.heartbeatInterval(), this.environment.scheduler(), attempt));
        }
        catch (RuntimeException | Error ex) {
            return CompletableFuture.failedFuture(ex);
        }
    }

    private boolean remember(LinkAttempt attempt, CompletableFuture<Connection> connecting) {
        this.lock.lock();
        try {
            attempt.setConnecting(connecting);
            return !this.stopping;
        }
        finally {
            this.lock.unlock();
        }
    }

    private static void abandon(CompletableFuture<Connection> connecting) {
        connecting.cancel(true);
        connecting.thenAccept(Connection::close);
    }

    private void completed(LinkAttempt attempt, @Nullable Connection connection, @Nullable Throwable failure) {
        Runnable consequence = () -> {
        };
        this.lock.lock();
        try {
            if (this.attempt != attempt || this.stopping) {
                if (connection != null) {
                    consequence = giveUp(connection);
                }
            }
            else if (connection != null && attempt.lostBy() == null) {
                consequence = connected(attempt, connection);
            }
            else {
                consequence = failed((attempt.lostBy() != null) ? attempt.lostBy() : unwrap(failure));
            }
        }
        finally {
            this.lock.unlock();
        }
        consequence.run();
    }

    private Runnable connected(LinkAttempt attempt, Connection connection) {
        this.connection = connection;
        this.connectedAt = this.environment.scheduler().nanoTime();
        forgetFailures();
        this.environment.observer().connected(this.ariadne);
        if (!attempt.isLoggedIn()) {
            become(AccountStatus.OFFLINE);
            noteFailure(new LoggedOutException("the link is up, but the bot is not logged in"));
            scheduleReplacement(attempt);
            return this.session.log()::connectedLoggedOut;
        }
        becomeOnline();
        return this.session.log()::online;
    }

    private void becomeOnline() {
        this.known = true;
        this.lastFailure = null;
        this.lastFailureAt = null;
        become(AccountStatus.ONLINE);
        this.session.publications().online();
    }

    private Runnable failed(Throwable cause) {
        this.attempt = null;
        this.failures++;
        noteFailure(cause);
        this.environment.observer().connectFailed(this.ariadne);
        become(AccountStatus.OFFLINE);
        Duration delay = scheduleNext((cause instanceof ConnectFailedException ex) ? ex.getRetry() : Retry.BACK_OFF);
        int failures = this.failures;
        this.session.publications().connectionFailed(cause, failures, delay);
        return () -> this.session.log().connectFailed(cause, failures, delay);
    }

    private void noteFailure(Throwable cause) {
        this.lastFailure = cause;
        this.lastFailureAt = this.environment.scheduler().now();
    }

    private static Throwable unwrap(@Nullable Throwable failure) {
        Throwable cause = (failure instanceof CompletionException) ? failure.getCause() : failure;
        return (cause != null) ? cause : new IllegalStateException("The connector gave no reason");
    }

    /** Returns how long it is until the next attempt, or null if there will be none. */
    private @Nullable Duration scheduleNext(Retry retry) {
        boolean usedUp = this.connect.maxAttempts() > 0 && this.failures >= this.connect.maxAttempts();
        // What has worked since the start may not do so for a while only: a proxy answers while the server restarts.
        boolean hopeless = retry == Retry.NEVER && !this.known;
        if (hopeless || usedUp) {
            become(AccountStatus.PARKED);
            return null;
        }
        Duration delay = delay(retry);
        scheduleAttempt(delay);
        return delay;
    }

    private void scheduleAttempt(Duration delay) {
        cancelAttempt();
        this.nextAttempt = this.environment.scheduler().after(delay, this::attemptNow);
    }

    private void cancelAttempt() {
        if (this.nextAttempt != null) {
            this.nextAttempt.cancel();
            this.nextAttempt = null;
        }
    }

    private Duration delay(Retry retry) {
        if (this.reachable) {
            return Duration.ZERO;
        }
        // What the platform has known is most likely only not logged in yet: it comes back by itself, and soon.
        boolean slowly = retry == Retry.NEVER || (retry == Retry.SLOWLY && !this.known);
        return slowly ? this.connect.maxDelay() : Duration.ofMillis(this.backOff.nextBackOff());
    }

    /** Makes the attempt that is scheduled, if one is. A connection that has lost its login makes room for it. */
    private void attemptNow() {
        Runnable close;
        CompletableFuture<Void> closed;
        this.lock.lock();
        try {
            if (this.stopping || this.nextAttempt == null) {
                return;
            }
            cancelAttempt();
            close = giveUpConnection();
            closed = this.closed;
            become(AccountStatus.CONNECTING);
        }
        finally {
            this.lock.unlock();
        }
        close.run();
        closed.thenRun(() -> this.environment.executor().execute(this::attempt));
    }

    /** Returns what closes the connection, to be run without the lock. */
    private Runnable giveUpConnection() {
        Connection connection = this.connection;
        this.connection = null;
        this.attempt = null;
        return (connection != null) ? giveUp(connection) : () -> {
        };
    }

    private Runnable giveUp(Connection connection) {
        CompletableFuture<Void> gone = new CompletableFuture<>();
        this.closed = CompletableFuture.allOf(this.closed, gone);
        return () -> close(connection).whenComplete((result, failure) -> gone.complete(null));
    }

    private CompletableFuture<Void> close(Connection connection) {
        try {
            return connection.close();
        }
        catch (RuntimeException | Error ex) {
            this.session.log().linkFailed("closed", ex);
            return CompletableFuture.completedFuture(null);
        }
    }

    void reachable() {
        this.lock.lock();
        try {
            this.reachable = true;
        }
        finally {
            this.lock.unlock();
        }
        attemptNow();
    }

    void loggedIn(LinkAttempt attempt) {
        this.lock.lock();
        try {
            if (!attempt.setLoggedIn() || !isUsed(attempt)) {
                return;
            }
            cancelAttempt();
            forgetFailures();
            becomeOnline();
        }
        finally {
            this.lock.unlock();
        }
        this.session.log().online();
    }

    void loggedOut(LinkAttempt attempt, String reason, Retry replacement) {
        this.lock.lock();
        try {
            boolean out = attempt.setLoggedOut();
            // What was to come back by itself may be told of once more, as gone for good.
            boolean sooner = attempt.replaceSooner(replacement);
            if (!isUsed(attempt) || !(out || sooner)) {
                return;
            }
            if (out) {
                become(AccountStatus.OFFLINE);
                this.session.publications().offline(OfflineReason.LOGGED_OUT, reason);
            }
            noteFailure(new LoggedOutException("the platform has logged the bot out: " + reason));
            scheduleReplacement(attempt);
        }
        finally {
            this.lock.unlock();
        }
        this.session.log().loggedOut(reason);
    }

    /** Tells whether the login makes a difference now; before the attempt is completed it is only kept in mind. */
    private boolean isUsed(LinkAttempt attempt) {
        return this.attempt == attempt && this.connection != null && this.status != AccountStatus.STOPPED;
    }

    private void scheduleReplacement(LinkAttempt attempt) {
        Retry replacement = attempt.replacement();
        if (replacement != Retry.NEVER && !this.stopping) {
            scheduleAttempt((replacement == Retry.SLOWLY) ? this.connect.maxDelay()
                    : Duration.ofMillis(this.backOff.nextBackOff()));
        }
    }

    void lost(LinkAttempt attempt, Throwable cause) {
        Duration delay;
        this.lock.lock();
        try {
            attempt.setLostBy(cause);
            if (this.attempt != attempt || this.connection == null) {
                return;
            }
            delay = disconnected(cause);
        }
        finally {
            this.lock.unlock();
        }
        this.session.log().lost(cause, delay);
    }

    private @Nullable Duration disconnected(Throwable cause) {
        this.connection = null;
        this.attempt = null;
        noteFailure(cause);
        this.environment.observer().connectFailed(this.ariadne);
        if (this.status == AccountStatus.STOPPED) {
            return null;
        }
        if (this.status == AccountStatus.ONLINE) {
            become(AccountStatus.OFFLINE);
            this.session.publications().offline(OfflineReason.CONNECTION_LOST, String.valueOf(cause.getMessage()));
        }
        this.reachable = false;
        countIfShort();
        Duration delay = this.stopping ? null : scheduleNext(Retry.BACK_OFF);
        this.session.publications().connectionFailed(cause, 0, delay);
        return delay;
    }

    private void countIfShort() {
        Duration lasted = Duration.ofNanos(this.environment.scheduler().nanoTime() - this.connectedAt);
        if (lasted.compareTo(this.connect.maxDelay()) < 0) {
            this.shortLinks = Math.min(this.shortLinks + 1, MAX_SHORT_LINKS);
        }
        else {
            this.shortLinks = 0;
            forgetFailures();
        }
    }

    /** Tells the link that there is room for events again. */
    void resume() {
        Connection connection;
        this.lock.lock();
        try {
            connection = this.connection;
        }
        finally {
            this.lock.unlock();
        }
        if (connection != null) {
            resume(connection);
        }
    }

    private void resume(Connection connection) {
        try {
            connection.resume();
        }
        catch (RuntimeException | Error ex) {
            this.session.log().linkFailed("read further", ex);
        }
    }

    CompletableFuture<Connection> connected(String command, Duration timeout) {
        this.lock.lock();
        try {
            Connection usable = usable();
            if (usable != null) {
                return CompletableFuture.completedFuture(usable);
            }
            String reason = whyHopeless();
            return (reason != null) ? CompletableFuture.failedFuture(this.awaited.hopelessly(command, reason))
                    : this.awaited.await(command, timeout, () -> whyOffline(timeout));
        }
        finally {
            this.lock.unlock();
        }
    }

    private @Nullable Connection usable() {
        boolean usable = this.status == AccountStatus.ONLINE || this.status == AccountStatus.STOPPED;
        return usable ? this.connection : null;
    }

    private String whyOffline(Duration timeout) {
        this.lock.lock();
        try {
            return "the account is " + this.status + " and did not become online within " + timeout.toMillis()
                    + " ms (ariadne.call-timeout)" + because();
        }
        finally {
            this.lock.unlock();
        }
    }

    /** Tells who waits for a connection, if there is anything to tell. */
    private void tellAwaiting() {
        Connection usable = usable();
        String hopeless = (usable == null) ? whyHopeless() : null;
        if (usable != null) {
            this.awaited.connected(usable);
        }
        else if (hopeless != null) {
            this.awaited.hopeless(hopeless);
        }
    }

    private @Nullable String whyHopeless() {
        if (this.stopping) {
            return "the account is stopping, or has stopped, and its link is down; Accounts.start starts it again";
        }
        return switch (this.status) {
            case PARKED -> "the account is parked" + because();
            case NEW -> "the account has not begun to connect; AccountLaunchedEvent tells when it is online";
            default -> null;
        };
    }

    private String because() {
        return (this.lastFailure != null) ? "; last failure: " + this.lastFailure.getMessage() : "";
    }

    /**
     * Makes no further attempt, and abandons the one that is under way. A link that is up stays up.
     */
    void stop() {
        CompletableFuture<Connection> abandoned = null;
        this.lock.lock();
        try {
            this.stopping = true;
            cancelAttempt();
            if (this.connection == null && this.attempt != null) {
                abandoned = this.attempt.connecting();
            }
            tellAwaiting();
        }
        finally {
            this.lock.unlock();
        }
        if (abandoned != null) {
            abandoned.cancel(true);
        }
    }

    /**
     * The account counts as stopped from now on, while calls can still be made if the link is up.
     */
    void retire() {
        this.lock.lock();
        try {
            become(AccountStatus.STOPPED);
        }
        finally {
            this.lock.unlock();
        }
    }

    /**
     * Closes the link.
     *
     * @return completed when it is closed
     */
    CompletableFuture<Void> close() {
        Runnable close;
        CompletableFuture<Void> closed;
        this.lock.lock();
        try {
            close = giveUpConnection();
            closed = this.closed;
        }
        finally {
            this.lock.unlock();
        }
        close.run();
        return closed;
    }

}
