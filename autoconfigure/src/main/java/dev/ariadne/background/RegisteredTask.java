package dev.ariadne.background;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
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
 * A task that the application has, over all accounts and launches: its definition, after the configuration has had its
 * say, what was asked of it by hand, and its latest supervisor for each account.
 */
final class RegisteredTask implements BackgroundTaskHandle {

    private final BackgroundTaskDefinition definition;

    private final String origin;

    private final Accounts accounts;

    // Guards the fields below. One for all tasks: there may be very many of them, each small.
    private final ReentrantLock lock;

    private @Nullable Condition changed;

    /** That of the account that was launched first: mostly there is no other. */
    private @Nullable Supervisor first;

    /** Those of the other accounts, in the order of their first launch. */
    private Map<String, Supervisor> others = Map.of();

    private Map<String, Wish> wishes = Map.of();

    private Wish wish = Wish.RUN;

    RegisteredTask(BackgroundTaskDefinition definition, String origin, Accounts accounts, ReentrantLock lock) {
        this.definition = definition;
        this.origin = origin;
        this.accounts = accounts;
        this.lock = lock;
    }

    String origin() {
        return this.origin;
    }

    BackgroundScope scope() {
        return this.definition.scope();
    }

    /** Tells whether the task runs for the account. */
    boolean isFor(Ariadne ariadne) {
        List<String> accounts = this.definition.accounts();
        return isEnabled() && (accounts.isEmpty() || accounts.stream()
            .anyMatch((account) -> account.equals(ariadne.name()) || account.equals(Long.toString(ariadne.id()))));
    }

    private boolean isEnabled() {
        return this.definition.enabled();
    }

    /**
     * Makes the supervisor of one launch of an account. It is not begun yet.
     *
     * @return null if it has been made already
     */
    @Nullable Supervisor supervise(TaskGroup group) {
        String account = group.ariadne().name();
        this.lock.lock();
        try {
            Supervisor former = supervisor(account);
            if (former != null && former.isOf(group)) {
                return null;
            }
            Supervisor supervisor = new Supervisor(this.definition, group, remainder(former), wishFor(account));
            remember(account, supervisor);
            signalChange();
            return supervisor;
        }
        finally {
            this.lock.unlock();
        }
    }

    private @Nullable Supervisor supervisor(String account) {
        return isFirst(account) ? this.first : this.others.get(account);
    }

    private boolean isFirst(String account) {
        return this.first != null && this.first.ariadne().name().equals(account);
    }

    private void remember(String account, Supervisor supervisor) {
        if (this.first == null || isFirst(account)) {
            this.first = supervisor;
            return;
        }
        if (this.others.isEmpty()) {
            this.others = new LinkedHashMap<>();
        }
        this.others.put(account, supervisor);
    }

    /**
     * Forgets an account that has been removed: at once, or when nothing runs for it any more. Another account by the
     * same name begins anew, but not before that.
     */
    void forget(Ariadne account) {
        this.lock.lock();
        try {
            Map<String, Wish> wishes = new HashMap<>(this.wishes);
            wishes.remove(account.name());
            this.wishes = wishes;
        }
        finally {
            this.lock.unlock();
        }
        forgetSupervisor(account);
    }

    private void forgetSupervisor(Ariadne account) {
        CompletableFuture<Void> remainder = null;
        this.lock.lock();
        try {
            Supervisor former = supervisor(account.name());
            if (former != null && former.ariadne().equals(account)) {
                remainder = former.remainder();
                if (remainder == null) {
                    drop(account.name());
                }
            }
            signalChange();
        }
        finally {
            this.lock.unlock();
        }
        if (remainder != null) {
            CompletableFuture<Void> unused = remainder.thenRun(() -> forgetSupervisor(account));
        }
    }

    private void drop(String account) {
        if (!isFirst(account)) {
            this.others.remove(account);
            return;
        }
        Iterator<Supervisor> others = this.others.values().iterator();
        this.first = others.hasNext() ? others.next() : null;
        if (this.first != null) {
            others.remove();
        }
    }

    private void signalChange() {
        if (this.changed != null) {
            this.changed.signalAll();
        }
    }

    private @Nullable CompletableFuture<Void> remainder(@Nullable Supervisor ofSameAccount) {
        if (scope() != BackgroundScope.APPLICATION) {
            return (ofSameAccount != null) ? ofSameAccount.remainder() : null;
        }
        // The default account may have been another one.
        for (Supervisor former : supervisors(null)) {
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
        if (supervisors.isEmpty() && isExpectedFor(ariadne)) {
            return List.of(new BackgroundTaskSnapshot(ariadne.name(), name(), scope(), stateBeforeLaunch(ariadne.name()),
                    null, 0, 0, 0, null, null));
        }
        return supervisors.stream().map(Supervisor::snapshot).toList();
    }

    private boolean isExpectedFor(Ariadne ariadne) {
        return isFor(ariadne) && (scope() != BackgroundScope.APPLICATION || isDefault(ariadne));
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
                case CANCEL, REMOVE -> BackgroundTaskState.CANCELLED;
            };
        }
        finally {
            this.lock.unlock();
        }
    }

    @Override
    public String name() {
        return this.definition.name();
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

    /** Cancels the task for good, for all accounts there are and will be. */
    void remove() {
        wish(null, Wish.REMOVE, Supervisor::remove);
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
            if (this.wish == Wish.REMOVE) {
                return;
            }
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
            if (wish == Wish.REMOVE) {
                this.wish = wish;
                this.wishes = Map.of();
            }
            else if (account != null) {
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
            if (this.first == null) {
                return List.of();
            }
            if (account != null) {
                Supervisor supervisor = supervisor(account);
                return (supervisor != null) ? List.of(supervisor) : List.of();
            }
            List<Supervisor> all = new ArrayList<>(this.others.size() + 1);
            all.add(this.first);
            all.addAll(this.others.values());
            return all;
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
            while (isExpectedFor(account) && supervisors(account).isEmpty() && !wishFor(account).isCancel()) {
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

    private boolean isExpectedFor(@Nullable String account) {
        for (Ariadne ariadne : this.accounts) {
            if ((account == null || ariadne.name().equals(account)) && isExpectedFor(ariadne)) {
                return true;
            }
        }
        return false;
    }

    private Wish wishFor(@Nullable String account) {
        return (account != null) ? this.wishes.getOrDefault(account, this.wish) : this.wish;
    }

}
