package dev.ariadne.background;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
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

    private static final String ORIGIN_OF_CODE = "code that called " + BackgroundTasks.class.getSimpleName() + ".add";

    private final Accounts accounts;

    private final BackgroundSettings settings;

    private final ReentrantLock lockOfTasks = new ReentrantLock();

    // Guards tasks and launch.
    private final ReentrantLock lock = new ReentrantLock();

    private final Map<String, RegisteredTask> tasks = new LinkedHashMap<>();

    private @Nullable BackgroundLaunch launch;

    /**
     * Creates a registry without tasks.
     *
     * @param accounts the accounts that they will run for
     * @param settings what the configuration says about them
     */
    public BackgroundTaskRegistry(Accounts accounts, BackgroundSettings settings) {
        this.accounts = accounts;
        this.settings = settings;
    }

    @Override
    public BackgroundTaskHandle add(String name, BackgroundTask task) {
        return add(BackgroundTaskDefinition.named(name).task(task).build());
    }

    @Override
    public BackgroundTaskHandle add(BackgroundTaskDefinition definition) {
        return add(definition, ORIGIN_OF_CODE);
    }

    /**
     * Adds a task.
     *
     * @param origin where it comes from, to complete the sentence "defined by …"
     * @throws InvalidDefinitionException if it cannot be run
     * @throws InvalidTaskSettingException if it could be, but for what the configuration says
     */
    BackgroundTaskHandle add(BackgroundTaskDefinition definition, String origin) {
        BackgroundTaskDefinition inTheEnd = new TaskPlanner(this.accounts, this.settings).plan(definition);
        RegisteredTask task = new RegisteredTask(inTheEnd, origin, this.accounts, this.lockOfTasks);
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
                throw new InvalidDefinitionException(null, "There are two background tasks with the name '" + task.name()
                        + "', one defined by " + former.origin() + ", the other by " + task.origin(),
                        "Give one of them another name");
            }
            return this.launch;
        }
        finally {
            this.lock.unlock();
        }
    }

    @Override
    public void remove(String name) {
        RegisteredTask task;
        BackgroundLaunch launch;
        this.lock.lock();
        try {
            task = require(name);
            this.tasks.remove(name);
            launch = this.launch;
        }
        finally {
            this.lock.unlock();
        }
        task.remove();
        if (launch != null) {
            launch.removed(task);
        }
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
            return require(name);
        }
        finally {
            this.lock.unlock();
        }
    }

    private RegisteredTask require(String name) {
        RegisteredTask task = this.tasks.get(name);
        if (task == null) {
            throw new NoSuchElementException("There is no background task '" + name + "'");
        }
        return task;
    }

    /**
     * Returns the names of all tasks.
     */
    public Set<String> names() {
        this.lock.lock();
        try {
            return Set.copyOf(this.tasks.keySet());
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

    /** An account has been removed: what the tasks remember of it is dropped as soon as nothing runs for it. */
    void forget(Ariadne account) {
        tasks().forEach((task) -> task.forget(account));
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
