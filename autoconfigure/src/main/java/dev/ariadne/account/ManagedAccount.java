package dev.ariadne.account;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import dev.ariadne.AccountOfflineException;
import dev.ariadne.AccountSettings;
import dev.ariadne.AccountStatus;
import dev.ariadne.Accounts;
import dev.ariadne.Ariadne;
import dev.ariadne.AsyncAriadne;
import dev.ariadne.CallEffect;
import dev.ariadne.CallFailedException;
import dev.ariadne.CallInterruptedException;
import dev.ariadne.CallTimeoutException;
import dev.ariadne.LaunchStage;
import dev.ariadne.LaunchStatus;
import dev.ariadne.call.Call;
import dev.ariadne.connector.Connection;
import org.jspecify.annotations.Nullable;

/**
 * The handle of an account, over all its starts.
 */
final class ManagedAccount implements Ariadne {

    private final String name;

    private final AccountSettings settings;

    private final Accounts accounts;

    private final Duration callTimeout;

    private final AccountObserver observer;

    private final AsyncAriadne async;

    // Set by the launch, whose lock guards it together with `wanted`.
    private volatile @Nullable AccountSession session;

    private volatile @Nullable Launch launch;

    private volatile boolean wanted = true;

    private volatile boolean removed;

    ManagedAccount(String name, AccountSettings settings, Accounts accounts, Duration callTimeout,
            AccountObserver observer) {
        this.name = name;
        this.settings = settings;
        this.accounts = accounts;
        this.callTimeout = callTimeout;
        this.observer = observer;
        this.async = new AsyncCalls(this, callTimeout, observer);
    }

    AccountSettings settings() {
        return this.settings;
    }

    @Nullable AccountSession session() {
        return this.session;
    }

    void begin(Launch launch, AccountSession session) {
        this.session = session;
        this.launch = launch;
    }

    boolean isWanted() {
        return this.wanted && !this.removed;
    }

    void want(boolean wanted) {
        this.wanted = wanted;
    }

    boolean isRemoved() {
        return this.removed;
    }

    /** It is not started any more, whoever wants it. */
    void remove() {
        this.removed = true;
    }

    @Override
    public String name() {
        return this.name;
    }

    @Override
    public long id() {
        return this.settings.id();
    }

    @Override
    public AccountStatus status() {
        AccountSession session = this.session;
        return (session != null) ? session.status() : AccountStatus.NEW;
    }

    @Override
    public LaunchStatus launchStatus() {
        return new LaunchStatus(stage());
    }

    private LaunchStage stage() {
        AccountSession session = this.session;
        Launch launch = this.launch;
        if (session == null || launch == null) {
            return LaunchStage.PREPARING;
        }
        if (session.closed().isDone()) {
            return LaunchStage.FINISHED;
        }
        return session.isStopping() ? LaunchStage.CLEANING : launch.stage();
    }

    @Override
    public Accounts accounts() {
        return this.accounts;
    }

    @Override
    public AsyncAriadne async() {
        return this.async;
    }

    @Override
    public <R> R call(Call<R> call) {
        long start = System.nanoTime();
        String outcome = "success";
        try {
            return answer(call, start);
        }
        catch (RuntimeException | Error ex) {
            outcome = ex.getClass().getSimpleName();
            throw ex;
        }
        finally {
            this.observer.called(this, call.command(), outcome, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private <R> R answer(Call<R> call, long start) {
        AccountSession session = this.session;
        if (session == null) {
            throw notStarted(call);
        }
        CompletableFuture<Connection> connected = session.connected(call.command(), this.callTimeout);
        CompletableFuture<R> answer = connection(call, connected).call(call);
        long remaining = this.callTimeout.toNanos() - (System.nanoTime() - start);
        CallTimeouts.Limit limit = session.callTimeouts().add(Duration.ofNanos(Math.max(remaining, 0)),
                () -> answer.cancel(true));
        try {
            return answer.get();
        }
        catch (ExecutionException ex) {
            throw failure(ex.getCause());
        }
        catch (CancellationException ex) {
            throw limit.isExceeded() ? new CallTimeoutException(this.name, call.command(), this.callTimeout) : ex;
        }
        catch (InterruptedException ex) {
            throw interrupted(call, answer, CallEffect.UNKNOWN, ex);
        }
        finally {
            limit.lift();
        }
    }

    private Connection connection(Call<?> call, CompletableFuture<Connection> connected) {
        try {
            return connected.get();
        }
        catch (ExecutionException ex) {
            throw failure(ex.getCause());
        }
        catch (InterruptedException ex) {
            throw interrupted(call, connected, CallEffect.NONE, ex);
        }
    }

    private CallInterruptedException interrupted(Call<?> call, CompletableFuture<?> awaited, CallEffect effect,
            InterruptedException cause) {
        awaited.cancel(true);
        Thread.currentThread().interrupt();
        return new CallInterruptedException(this.name, call.command(), effect, cause);
    }

    AccountOfflineException notStarted(Call<?> call) {
        return new AccountOfflineException(this.name, call.command(),
                "the application has not started its accounts; AccountLaunchedEvent tells when one is online");
    }

    /** The caller's own stack says more than that of the thread that read the answer. */
    private static RuntimeException failure(@Nullable Throwable cause) {
        if (cause instanceof CallFailedException failure) {
            failure.fillInStackTrace();
            return failure;
        }
        return new IllegalStateException("A connector failed in a call", cause);
    }

    @Override
    public String toString() {
        return "Ariadne[" + this.name + ", " + id() + ", " + status() + "]";
    }

}
