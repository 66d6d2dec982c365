package dev.ariadne.background;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.locks.ReentrantLock;

import dev.ariadne.Accounts;
import dev.ariadne.Ariadne;
import org.jspecify.annotations.Nullable;

/**
 * All background tasks of the application: those that were discovered and those that were added by code.
 *
 * @since 0.1.0
 */
public final class BackgroundTaskRegistry implements BackgroundTasks {

    private final Accounts accounts;

    // Guards tasks and launch.
    private final ReentrantLock lock = new ReentrantLock();

    private final Map<String, RegisteredTask> tasks = new LinkedHashMap<>();

    private @Nullable BackgroundLaunch launch;

    public BackgroundTaskRegistry(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public BackgroundTaskHandle add(String name, BackgroundTask task) {
        return add(BackgroundTaskDefinition.named(name).task(task).build());
    }

    @Override
    public BackgroundTaskHandle add(BackgroundTaskDefinition definition) {
        return add(definition, "code that called " + BackgroundTasks.class.getSimpleName() + ".add");
    }

    /**
     * Adds a task.
     *
     * @param origin where it comes from, to complete the sentence "defined by …"
     * @throws InvalidDefinitionException if it cannot be run
     */
    BackgroundTaskHandle add(BackgroundTaskDefinition definition, String origin) {
        checkAccounts(definition);
        RegisteredTask task = new RegisteredTask(definition, origin, this.accounts);
        BackgroundLaunch launch = register(task);
        if (launch != null) {
            launch.added(task);
        }
        return task;
    }

    private @Nullable BackgroundLaunch register(RegisteredTask task) {
        this.lock.lock();
        try {
            RegisteredTask former = this.tasks.putIfAbsent(task.name(), task);
            if (former != null) {
                throw new InvalidDefinitionException("There are two background tasks with the name '" + task.name()
                        + "', one defined by " + former.origin() + ", the other by " + task.origin(),
                        "Give one of them another name");
            }
            return this.launch;
        }
        finally {
            this.lock.unlock();
        }
    }

    private void checkAccounts(BackgroundTaskDefinition definition) {
        if (definition.scope() == BackgroundScope.APPLICATION && !definition.accounts().isEmpty()) {
            throw new InvalidDefinitionException("The background task '" + definition.name() + "' has the scope "
                    + definition.scope() + " and is to run for the accounts " + definition.accounts(),
                    "Leave out the accounts, since such a task is bound to the default account, or choose the scope "
                            + BackgroundScope.ACCOUNT);
        }
        definition.accounts().forEach((account) -> checkAccount(definition, account));
    }

    private void checkAccount(BackgroundTaskDefinition definition, String account) {
        for (Ariadne ariadne : this.accounts) {
            if (account.equals(ariadne.name()) || account.equals(Long.toString(ariadne.id()))) {
                return;
            }
        }
        throw new InvalidDefinitionException("The background task '" + definition.name()
                + "' is to run for the account '" + account + "', which does not exist",
                "Name an account by its key below ariadne.accounts or by its id");
    }

    /**
     * Returns how each task is at this moment, for each account that it has been started for.
     */
    public List<BackgroundTaskSnapshot> snapshots() {
        return tasks().stream()
            .flatMap((task) -> task.supervisors(null).stream())
            .map(Supervisor::snapshot)
            .toList();
    }

    /**
     * Returns how each task of one account is at this moment. Tasks of an account that has not been launched yet are
     * among them.
     *
     * @param ariadne the account; for the default account, tasks of the application are included
     */
    public List<BackgroundTaskSnapshot> snapshots(Ariadne ariadne) {
        return tasks().stream().flatMap((task) -> task.snapshots(ariadne).stream()).toList();
    }

    /**
     * Returns the handle of a task.
     *
     * @throws NoSuchElementException if there is no task with that name
     */
    public BackgroundTaskHandle get(String name) {
        this.lock.lock();
        try {
            RegisteredTask task = this.tasks.get(name);
            if (task == null) {
                throw new NoSuchElementException("There is no background task '" + name + "'");
            }
            return task;
        }
        finally {
            this.lock.unlock();
        }
    }

    List<RegisteredTask> tasks() {
        this.lock.lock();
        try {
            return List.copyOf(this.tasks.values());
        }
        finally {
            this.lock.unlock();
        }
    }

    /** Sets who is told of tasks that are added from now on. */
    void attach(BackgroundLaunch launch) {
        replaceLaunch(launch);
    }

    /** Nobody is told any more. */
    void detach() {
        replaceLaunch(null);
    }

    private void replaceLaunch(@Nullable BackgroundLaunch launch) {
        this.lock.lock();
        try {
            this.launch = launch;
        }
        finally {
            this.lock.unlock();
        }
    }

}
