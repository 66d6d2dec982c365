package dev.ariadne.background;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import dev.ariadne.Accounts;
import dev.ariadne.Ariadne;
import org.jspecify.annotations.Nullable;

/**
 * A task that the application has, over all accounts and launches: its definition, what was asked of it by hand, and
 * its latest supervisor for each account.
 */
final class RegisteredTask implements BackgroundTaskHandle {

    private final TaskPlan plan;

    private final String origin;

    private final Accounts accounts;

    // Guards the fields below. One for all tasks: there may be very many of them, each small.
    private final ReentrantLock lock;

    private @Nullable Condition changed;

    /** In the order of their first launch; replaced rather than changed while there is one, as there mostly is. */
    private Map<String, Supervisor> supervisors = Map.of();

    private Map<String, Wish> wishes = Map.of();

    private Wish wish = Wish.RUN;

    RegisteredTask(TaskPlan plan, String origin, Accounts accounts, ReentrantLock lock) {
        this.plan = plan;
        this.origin = origin;
        this.accounts = accounts;
        this.lock = lock;
    }

    String origin() {
        return this.origin;
    }

    BackgroundScope scope() {
        return this.plan.scope();
    }

    /** Tells whether the task runs for the account. */
    boolean isFor(Ariadne ariadne) {
        List<String> accounts = this.plan.definition().accounts();
        return isEnabled() && (accounts.isEmpty() || accounts.stream()
            .anyMatch((account) -> account.equals(ariadne.name()) || account.equals(Long.toString(ariadne.id()))));
    }

    private boolean isEnabled() {
        return this.plan.definition().enabled();
    }

    /** Makes the supervisor of one launch of the account. It is not begun yet. */
    Supervisor supervise(Ariadne ariadne, Supervision supervision, boolean online) {
        this.lock.lock();
        try {
            Supervisor supervisor = new Supervisor(this.plan, ariadne, supervision, remainder(ariadne.name()),
                    wishFor(ariadne.name()), online);
            remember(supervisor);
            signalChange();
            return supervisor;
        }
        finally {
            this.lock.unlock();
        }
    }

    private void remember(Supervisor supervisor) {
        String account = supervisor.ariadne().name();
        if (this.supervisors.isEmpty() || (this.supervisors.size() == 1 && this.supervisors.containsKey(account))) {
            this.supervisors = Map.of(account, supervisor);
            return;
        }
        if (this.supervisors.size() == 1) {
            this.supervisors = new LinkedHashMap<>(this.supervisors);
        }
        this.supervisors.put(account, supervisor);
    }

    private void signalChange() {
        if (this.changed != null) {
            this.changed.signalAll();
        }
    }

    private @Nullable CompletableFuture<Void> remainder(String account) {
        if (scope() != BackgroundScope.APPLICATION) {
            Supervisor former = this.supervisors.get(account);
            return (former != null) ? former.remainder() : null;
        }
        // The default account may have been another one.
        for (Supervisor former : this.supervisors.values()) {
            CompletableFuture<Void> remainder = former.remainder();
            if (remainder != null) {
                return remainder;
            }
        }
        return null;
    }

    /** Returns how the task is for the account: one snapshot, or none if it does not run for it. */
    List<BackgroundTaskSnapshot> snapshots(Ariadne ariadne) {
        List<Supervisor> supervisors = supervisors(ariadne.name());
        if (supervisors.isEmpty() && isFor(ariadne) && (scope() != BackgroundScope.APPLICATION || isDefault(ariadne))) {
            return List.of(new BackgroundTaskSnapshot(ariadne.name(), name(), scope(), stateBeforeLaunch(ariadne.name()),
                    null, 0, 0, 0, null, null));
        }
        return supervisors.stream().map(Supervisor::snapshot).toList();
    }

    private boolean isDefault(Ariadne ariadne) {
        return this.accounts.getDefault().name().equals(ariadne.name());
    }

    private BackgroundTaskState stateBeforeLaunch(String account) {
        this.lock.lock();
        try {
            return switch (wishFor(account)) {
                case RUN -> BackgroundTaskState.WAITING;
                case PAUSE -> BackgroundTaskState.PAUSED;
                case CANCEL -> BackgroundTaskState.CANCELLED;
            };
        }
        finally {
            this.lock.unlock();
        }
    }

    @Override
    public String name() {
        return this.plan.name();
    }

    @Override
    public BackgroundTaskState state() {
        return Attention.most(states(null).values());
    }

    @Override
    public Map<String, BackgroundTaskState> states() {
        return states(null);
    }

    @Override
    public BackgroundTaskHandle account(String account) {
        return new AccountTaskHandle(this, this.accounts.get(account).name());
    }

    @Override
    public void cancel() {
        cancel(null);
    }

    @Override
    public void pause() {
        pause(null);
    }

    @Override
    public void resume() {
        resume(null);
    }

    @Override
    public void restart() {
        restart(null);
    }

    @Override
    public void await() throws InterruptedException {
        await(null, Duration.ofNanos(Long.MAX_VALUE));
    }

    @Override
    public boolean await(Duration timeout) throws InterruptedException {
        return await(null, timeout);
    }

    Map<String, BackgroundTaskState> states(@Nullable String account) {
        Map<String, BackgroundTaskState> states = new LinkedHashMap<>();
        supervisors(account).forEach((supervisor) -> states.put(supervisor.ariadne().name(), supervisor.state()));
        return states;
    }

    void cancel(@Nullable String account) {
        wish(account, Wish.CANCEL, Supervisor::cancel);
    }

    void pause(@Nullable String account) {
        wish(account, Wish.PAUSE, Supervisor::pause);
    }

    void resume(@Nullable String account) {
        wish(account, Wish.RUN, Supervisor::resume);
    }

    void restart(@Nullable String account) {
        forget(account);
        wish(account, Wish.RUN, Supervisor::restart);
    }

    private void forget(@Nullable String account) {
        this.lock.lock();
        try {
            if (account != null) {
                wish(account, Wish.RUN);
            }
            else {
                this.wishes = Map.of();
                this.wish = Wish.RUN;
            }
        }
        finally {
            this.lock.unlock();
        }
    }

    private void wish(@Nullable String account, Wish wish, Consumer<Supervisor> action) {
        this.lock.lock();
        try {
            if (account != null) {
                wish(account, wishFor(account).then(wish));
            }
            else {
                this.wish = this.wish.then(wish);
                Map.copyOf(this.wishes).forEach((name, former) -> wish(name, former.then(wish)));
            }
            signalChange();
        }
        finally {
            this.lock.unlock();
        }
        supervisors(account).forEach(action);
    }

    private void wish(String account, Wish wish) {
        Map<String, Wish> wishes = new HashMap<>(this.wishes);
        wishes.put(account, wish);
        this.wishes = wishes;
    }

    /** Returns the latest supervisors, of one account or of all. */
    List<Supervisor> supervisors(@Nullable String account) {
        this.lock.lock();
        try {
            if (account == null) {
                return List.copyOf(this.supervisors.values());
            }
            Supervisor supervisor = this.supervisors.get(account);
            return (supervisor != null) ? List.of(supervisor) : List.of();
        }
        finally {
            this.lock.unlock();
        }
    }

    boolean await(@Nullable String account, Duration timeout) throws InterruptedException {
        return new EndOfTask(this, account).await(timeout);
    }

    /** Waits until there is a supervisor to wait for, or will never be one. */
    boolean awaitSupervisor(@Nullable String account, long nanos) throws InterruptedException {
        long remaining = nanos;
        this.lock.lockInterruptibly();
        try {
            while (isEnabled() && supervisors(account).isEmpty() && wishFor(account) != Wish.CANCEL) {
                if (remaining <= 0) {
                    return false;
                }
                Condition condition = (this.changed != null) ? this.changed : this.lock.newCondition();
                this.changed = condition;
                remaining = condition.awaitNanos(remaining);
            }
            return true;
        }
        finally {
            this.lock.unlock();
        }
    }

    private Wish wishFor(@Nullable String account) {
        return (account != null) ? this.wishes.getOrDefault(account, this.wish) : this.wish;
    }

}
