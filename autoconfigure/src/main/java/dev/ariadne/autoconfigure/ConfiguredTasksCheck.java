package dev.ariadne.autoconfigure;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.ariadne.background.BackgroundSettings;
import dev.ariadne.background.BackgroundTaskRegistry;
import org.springframework.context.SmartLifecycle;

/**
 * Looks whether every task that the configuration names exists. Does so before anything else starts, when all beans
 * have been made and those that add tasks by code have had their chance.
 */
final class ConfiguredTasksCheck implements SmartLifecycle {

    private final BackgroundTaskRegistry tasks;

    private final BackgroundSettings settings;

    private volatile boolean running;

    ConfiguredTasksCheck(BackgroundTaskRegistry tasks, BackgroundSettings settings) {
        this.tasks = tasks;
        this.settings = settings;
    }

    /**
     * Looks at the names.
     *
     * @throws InvalidConfigurationException if one is not that of a task
     */
    @Override
    public void start() {
        if (this.settings.enabled()) {
            Set<String> known = new TreeSet<>(this.tasks.names());
            List<ConfigurationProblem> problems = this.settings.tasks()
                .keySet()
                .stream()
                .filter((name) -> !known.contains(name))
                .sorted()
                .map((name) -> problem(name, known))
                .toList();
            if (!problems.isEmpty()) {
                throw new InvalidConfigurationException(problems);
            }
        }
        this.running = true;
    }

    private static ConfigurationProblem problem(String name, Set<String> known) {
        return new ConfigurationProblem("ariadne.background.tasks[" + name + "]",
                "there is no background task '" + name + "'; "
                        + (known.isEmpty() ? "there are none at all" : "there are " + String.join(", ", known)),
                "Name one of the tasks, in brackets and quotes if it has a dot: \"[feedPoller.poll]\". A task that is "
                        + "added by code must be added before the application starts, by a bean while it is made; "
                        + "one that is added later gets its settings from its definition.");
    }

    @Override
    public void stop() {
        this.running = false;
    }

    @Override
    public boolean isRunning() {
        return this.running;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

}
