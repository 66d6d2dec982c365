package dev.ariadne.test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

import dev.ariadne.AccountStatus;
import dev.ariadne.Accounts;
import dev.ariadne.Ariadne;
import dev.ariadne.background.BackgroundTaskRegistry;
import dev.ariadne.background.BackgroundTaskSnapshot;
import dev.ariadne.background.BackgroundTaskState;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Waits in a test until accounts and tasks are as they should be. A test makes it a bean by
 * {@code @Import(AriadneProbe.class)}.
 * <p>
 * Every method waits ten seconds of real time at most, or as {@link #patient(Duration)} says, and then fails with an
 * {@link AssertionError} that tells how all accounts and tasks are. May be used from any thread.
 *
 * @since 0.1.0
 */
public final class AriadneProbe {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration PAUSE = Duration.ofMillis(5);

    private final Accounts accounts;

    private final BackgroundTaskRegistry tasks;

    private final Duration patience;

    /**
     * Creates a probe.
     *
     * @param accounts the accounts of the application
     * @param tasks its background tasks
     */
    @Autowired
    public AriadneProbe(Accounts accounts, BackgroundTaskRegistry tasks) {
        this(accounts, tasks, PATIENCE);
    }

    private AriadneProbe(Accounts accounts, BackgroundTaskRegistry tasks, Duration patience) {
        this.accounts = accounts;
        this.tasks = tasks;
        this.patience = patience;
    }

    /**
     * Returns a probe that waits longer or shorter.
     *
     * @param patience how long at most, of real time
     */
    public AriadneProbe patient(Duration patience) {
        return new AriadneProbe(this.accounts, this.tasks, patience);
    }

    /**
     * Waits until an account has a status, and returns it.
     *
     * @param account its name
     * @throws java.util.NoSuchElementException if there is no such account
     * @throws AssertionError if it does not come to have that status
     * @throws InterruptedException if the thread is interrupted
     */
    public Ariadne awaitStatus(String account, AccountStatus status) throws InterruptedException {
        Ariadne ariadne = this.accounts.get(account);
        return await(() -> Optional.of(ariadne).filter((seen) -> seen.status() == status),
                "account " + account + " to be " + status);
    }

    /**
     * Waits until the task of an account has a state; for {@code BACKING_OFF} also until its next run is scheduled, so
     * that the time can be moved then.
     *
     * @param account the name of the account
     * @param task the name of the task
     * @return the task as it was then
     * @throws AssertionError if it does not come to have that state
     * @throws InterruptedException if the thread is interrupted
     */
    public BackgroundTaskSnapshot awaitTask(String account, String task, BackgroundTaskState state)
            throws InterruptedException {
        return awaitTask(account, task, "to be " + state, (snapshot) -> snapshot.state() == state
                && (state != BackgroundTaskState.BACKING_OFF || snapshot.nextRunAt() != null));
    }

    /**
     * Waits until the task of an account has begun so many runs, or more.
     *
     * @param account the name of the account
     * @param task the name of the task
     * @param runs how many
     * @return the task as it was then
     * @throws AssertionError if it does not come to have begun them
     * @throws InterruptedException if the thread is interrupted
     */
    public BackgroundTaskSnapshot awaitRuns(String account, String task, int runs) throws InterruptedException {
        return awaitTask(account, task, "to have begun " + runs + " runs", (snapshot) -> snapshot.runs() >= runs);
    }

    private BackgroundTaskSnapshot awaitTask(String account, String task, String wish,
            Predicate<BackgroundTaskSnapshot> fulfilled) throws InterruptedException {
        return await(() -> this.tasks.snapshots().stream()
            .filter((snapshot) -> snapshot.account().equals(account) && snapshot.task().equals(task))
            .filter(fulfilled).findFirst(), "task " + task + " of account " + account + " " + wish);
    }

    private <T> T await(Supplier<Optional<T>> glance, String wish) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        long begin = System.nanoTime();
        Optional<T> seen = glance.get();
        while (seen.isEmpty()) {
            if (System.nanoTime() - begin > this.patience.toNanos()) {
                throw new AssertionError("Waited in vain for " + wish + "; " + describe());
            }
            boolean unused = never.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            seen = glance.get();
        }
        return seen.get();
    }

    private String describe() {
        List<String> accounts = StreamSupport.stream(this.accounts.spliterator(), false)
            .map((ariadne) -> ariadne.name() + " is " + ariadne.status())
            .toList();
        return "accounts: " + accounts + ", tasks: " + this.tasks.snapshots();
    }

}
