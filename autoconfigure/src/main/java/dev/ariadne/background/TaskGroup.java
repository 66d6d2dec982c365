package dev.ariadne.background;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.ariadne.Ariadne;

/**
 * The supervisors of one launch of an account, or of the application. Not safe for concurrent use.
 */
final class TaskGroup {

    private final Ariadne ariadne;

    private final boolean ofApplication;

    private final Map<String, Supervisor> supervisors = new HashMap<>();

    private boolean online;

    TaskGroup(Ariadne ariadne, boolean ofApplication) {
        this.ariadne = ariadne;
        this.ofApplication = ofApplication;
    }

    /**
     * Adds those of the tasks that belong here and have not been added yet.
     *
     * @return the new supervisors, which are not begun yet
     */
    List<Supervisor> add(List<RegisteredTask> tasks, Supervision supervision) {
        List<Supervisor> added = new ArrayList<>();
        for (RegisteredTask task : tasks) {
            if (belongsHere(task)) {
                this.supervisors.computeIfAbsent(task.name(), (name) -> {
                    Supervisor supervisor = task.supervise(this.ariadne, supervision, this.online);
                    added.add(supervisor);
                    return supervisor;
                });
            }
        }
        return added;
    }

    private boolean belongsHere(RegisteredTask task) {
        boolean taskOfApplication = (task.scope() == BackgroundScope.APPLICATION);
        return taskOfApplication == this.ofApplication && task.isFor(this.ariadne);
    }

    /**
     * Notes that the account has become online, or offline.
     *
     * @return the supervisors that are to be told
     */
    List<Supervisor> changeOnline(boolean online) {
        this.online = online;
        return this.supervisors.values().stream().filter(Supervisor::isConnectionScoped).toList();
    }

    List<Supervisor> supervisors() {
        return List.copyOf(this.supervisors.values());
    }

}
