package dev.ariadne.background;

import java.util.ArrayList;
import java.util.List;

import dev.ariadne.Ariadne;
import org.jspecify.annotations.Nullable;

/**
 * The supervisors of one launch of an account, or of the application. Not safe for concurrent use, but for what never
 * changes.
 */
final class TaskGroup {

    private final Ariadne ariadne;

    private final boolean ofApplication;

    private final Supervision supervision;

    private final PrototypeInstances prototypes = new PrototypeInstances();

    private final List<Supervisor> supervisors = new ArrayList<>();

    private boolean online;

    TaskGroup(Ariadne ariadne, boolean ofApplication, Supervision supervision) {
        this.ariadne = ariadne;
        this.ofApplication = ofApplication;
        this.supervision = supervision;
    }

    Ariadne ariadne() {
        return this.ariadne;
    }

    Supervision supervision() {
        return this.supervision;
    }

    PrototypeInstances prototypes() {
        return this.prototypes;
    }

    /**
     * Adds those of the tasks that belong here and have not been added yet.
     *
     * @return the new supervisors, which are not begun yet
     */
    List<Supervisor> add(List<RegisteredTask> tasks) {
        List<Supervisor> added = new ArrayList<>(tasks.size());
        for (RegisteredTask task : tasks) {
            Supervisor supervisor = add(task);
            if (supervisor != null) {
                added.add(supervisor);
            }
        }
        return added;
    }

    /**
     * Adds a task.
     *
     * @return its supervisor, which is not begun yet; null if it does not belong here or has been added already
     */
    @Nullable Supervisor add(RegisteredTask task) {
        Supervisor supervisor = belongsHere(task) ? task.supervise(this) : null;
        if (supervisor != null) {
            this.supervisors.add(supervisor);
        }
        return supervisor;
    }

    /** Removes a supervisor whose task has ended for good, if it is of this group. */
    void remove(Supervisor supervisor) {
        this.supervisors.remove(supervisor);
    }

    private boolean belongsHere(RegisteredTask task) {
        boolean taskOfApplication = (task.scope() == BackgroundScope.APPLICATION);
        return taskOfApplication == this.ofApplication && task.isFor(this.ariadne);
    }

    boolean isOnline() {
        return this.online;
    }

    /**
     * Notes that the account has become online, or offline.
     *
     * @return the supervisors that are to be told
     */
    List<Supervisor> changeOnline(boolean online) {
        this.online = online;
        return this.supervisors.stream().filter(Supervisor::isConnectionScoped).toList();
    }

    List<Supervisor> supervisors() {
        return List.copyOf(this.supervisors);
    }

}
