package dev.ariadne.background;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import dev.ariadne.Ariadne;
import dev.ariadne.account.AccountCompanion;
import dev.ariadne.concurrent.OwnThreads;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of one start of the application: lets those of an account begin and end with it.
 */
final class BackgroundLaunch implements AccountCompanion {

    private final BackgroundTaskRegistry registry;

    private final Supervision supervision;

    // Guards the fields below, and the groups. Which tasks there are is asked under it: a task that is added after the
    // question comes to added(…), which then finds the group.
    private final ReentrantLock lock = new ReentrantLock();

    private final Map<String, TaskGroup> groups = new HashMap<>();

    // Those of accounts whose own stop is under way.
    private final Set<TaskGroup> stopping = new HashSet<>();

    private final Set<String> stoppedBeforeLaunch = new HashSet<>();

    private @Nullable TaskGroup applicationGroup;

    private boolean closed;

    BackgroundLaunch(BackgroundTaskRegistry registry, Supervision supervision) {
        this.registry = registry;
        this.supervision = supervision;
    }

    Supervision supervision() {
        return this.supervision;
    }

    @Override
    public void applicationLaunched(Ariadne ariadne) {
        beginApplication();
    }

    /** Begins the tasks of the application for the account that is the default one now, unless that has been done. */
    private void beginApplication() {
        List<Supervisor> supervisors = guarded(() -> {
            // Asked under the lock: who is removed after that is told of, and who was before is not the default any more.
            Ariadne ariadne = defaultAccount();
            if (this.closed || this.applicationGroup != null || ariadne == null) {
                return List.of();
            }
            TaskGroup group = new TaskGroup(ariadne, true, this.supervision);
            this.applicationGroup = group;
            return group.add(this.registry.tasks());
        });
        supervisors.forEach(Supervisor::begin);
    }

    private @Nullable Ariadne defaultAccount() {
        try {
            return this.supervision.accounts().getDefault();
        }
        catch (NoSuchElementException ex) {
            return null;
        }
    }

    /** A task has been added: begins it for the accounts that have been launched. */
    void added(RegisteredTask task) {
        guarded(() -> supervise(task)).forEach(Supervisor::begin);
    }

    /** A task has been cancelled and removed: forgets it where it has ended. */
    void removed(RegisteredTask task) {
        task.supervisors(null).forEach((supervisor) -> {
            CompletableFuture<Void> unused = supervisor.ended().thenRun(() -> forget(supervisor));
        });
    }

    private void forget(Supervisor supervisor) {
        guarded(() -> {
            this.groups.values().forEach((group) -> group.remove(supervisor));
            if (this.applicationGroup != null) {
                this.applicationGroup.remove(supervisor);
            }
            return null;
        });
    }

    private List<Supervisor> supervise(RegisteredTask task) {
        List<Supervisor> added = new ArrayList<>(this.groups.size() + 1);
        if (!this.closed) {
            this.groups.values().forEach((group) -> supervise(task, group, added));
            if (this.applicationGroup != null) {
                supervise(task, this.applicationGroup, added);
            }
        }
        return added;
    }

    private static void supervise(RegisteredTask task, TaskGroup group, List<Supervisor> added) {
        Supervisor supervisor = group.add(task);
        if (supervisor != null) {
            added.add(supervisor);
        }
    }

    @Override
    public void launched(Ariadne ariadne) {
        List<Supervisor> supervisors = guarded(() -> {
            // The account may have been told to stop while this call was on its way.
            boolean late = this.stoppedBeforeLaunch.contains(ariadne.name())
                    && !ariadne.launchStatus().stage().isRunning();
            if (this.closed || late) {
                return List.of();
            }
            this.stoppedBeforeLaunch.remove(ariadne.name());
            return this.groups
                .computeIfAbsent(ariadne.name(), (name) -> new TaskGroup(ariadne, false, this.supervision))
                .add(this.registry.tasks());
        });
        supervisors.forEach(Supervisor::begin);
        // There may have been no default account for a while.
        beginApplication();
    }

    @Override
    public void online(Ariadne ariadne) {
        changeOnline(ariadne, true);
    }

    @Override
    public void offline(Ariadne ariadne) {
        changeOnline(ariadne, false);
    }

    private void changeOnline(Ariadne ariadne, boolean online) {
        List<Supervisor> supervisors = guarded(() -> {
            TaskGroup group = this.groups.get(ariadne.name());
            return (group != null) ? group.changeOnline(online) : List.of();
        });
        supervisors.forEach((supervisor) -> supervisor.online(online));
    }

    @Override
    public CompletionStage<?> stop(Ariadne ariadne) {
        TaskGroup group = beginStop(ariadne.name());
        return (group != null) ? stop(group) : CompletableFuture.completedFuture(null);
    }

    private CompletableFuture<Void> stop(TaskGroup group) {
        CompletableFuture<Void> stopped = new CompletableFuture<>();
        OwnThreads.daemon("ariadne-background-stop-" + group.ariadne().name(), () -> {
            try {
                stop(group.supervisors(), Thread.currentThread());
            }
            finally {
                guarded(() -> this.stopping.remove(group));
                stopped.complete(null);
            }
        });
        return stopped;
    }

    /** Returns the tasks that are to be stopped, null if there are none. */
    private @Nullable TaskGroup beginStop(String account) {
        return guarded(() -> {
            TaskGroup group = this.groups.remove(account);
            if (group == null) {
                this.stoppedBeforeLaunch.add(account);
                return null;
            }
            return (!group.supervisors().isEmpty() && this.stopping.add(group)) ? group : null;
        });
    }

    @Override
    public void removed(Ariadne ariadne) {
        TaskGroup group = guarded(() -> {
            this.stoppedBeforeLaunch.remove(ariadne.name());
            TaskGroup ofApplication = this.applicationGroup;
            if (ofApplication == null || !ofApplication.ariadne().equals(ariadne)) {
                return null;
            }
            this.applicationGroup = null;
            this.stopping.add(ofApplication);
            return ofApplication;
        });
        if (group != null) {
            CompletableFuture<Void> unused = stop(group).thenRun(this::beginApplication);
        }
        this.registry.forget(ariadne);
    }

    private void stop(List<Supervisor> supervisors, Thread stopper) {
        new StopSequence(supervisors, this.supervision.settings()).perform(stopper);
    }

    /** Lets nothing begin any more. */
    void close() {
        guarded(() -> this.closed = true);
    }

    /**
     * Stops all tasks. After {@link #close()}. Returns when they have ended or are abandoned.
     *
     * @param stopper who waits for it; it may be the thread of a task, which closes the application context
     */
    void stopAll(Thread stopper) {
        List<Supervisor> supervisors = guarded(() -> {
            List<Supervisor> all = new ArrayList<>();
            this.groups.values().forEach((group) -> all.addAll(group.supervisors()));
            this.stopping.forEach((group) -> all.addAll(group.supervisors()));
            if (this.applicationGroup != null) {
                all.addAll(this.applicationGroup.supervisors());
            }
            return all;
        });
        stop(supervisors, stopper);
    }

    private <T extends @Nullable Object> T guarded(Supplier<T> action) {
        this.lock.lock();
        try {
            return action.get();
        }
        finally {
            this.lock.unlock();
        }
    }

}
