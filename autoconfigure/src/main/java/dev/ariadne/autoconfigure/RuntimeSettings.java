package dev.ariadne.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import dev.ariadne.account.AccountRuntimeSettings;
import dev.ariadne.account.ConnectSettings;
import dev.ariadne.background.BackgroundSettings;
import dev.ariadne.background.RestartSettings;
import dev.ariadne.background.TaskOverrides;
import dev.ariadne.concurrent.ThreadMode;
import org.springframework.boot.thread.Threading;
import org.springframework.core.env.Environment;

/**
 * Turns the properties that concern all accounts and tasks into settings of the runtime.
 */
final class RuntimeSettings {

    private static final Duration CENTURY = Duration.ofDays(36500);

    private final List<ConfigurationProblem> problems = new ArrayList<>();

    private final AriadneProperties properties;

    private final Environment environment;

    RuntimeSettings(AriadneProperties properties, Environment environment) {
        this.properties = properties;
        this.environment = environment;
    }

    /**
     * Returns the settings of accounts.
     *
     * @throws InvalidConfigurationException if a value is out of its range
     */
    AccountRuntimeSettings accounts() {
        ConnectProperties connect = this.properties.connect();
        positive("ariadne.connect.timeout", connect.timeout());
        positive("ariadne.connect.initial-delay", connect.initialDelay());
        positive("ariadne.connect.heartbeat-interval", connect.heartbeatInterval());
        positive("ariadne.call-timeout", this.properties.callTimeout());
        positive("ariadne.shutdown-timeout", this.properties.shutdownTimeout());
        if (connect.maxDelay().compareTo(connect.initialDelay()) < 0) {
            problem("ariadne.connect.max-delay", "it is shorter than ariadne.connect.initial-delay",
                    "Set it to " + readable(connect.initialDelay()) + " or more.");
        }
        notTooLong("ariadne.connect.max-delay", connect.maxDelay());
        if (connect.maxAttempts() < 0) {
            problem("ariadne.connect.max-attempts", "it is negative", "Set it to 0 for any number, or more.");
        }
        if (this.properties.dispatch().maxPending() < 1) {
            problem("ariadne.dispatch.max-pending", "no event could ever wait", "Set it to 1 or more.");
        }
        ThreadMode threads = threads();
        throwProblems();
        return new AccountRuntimeSettings(
                new ConnectSettings(connect.timeout(), connect.initialDelay(), connect.maxDelay(),
                        connect.maxAttempts(), connect.heartbeatInterval()),
                this.properties.dispatch().maxPending(), this.properties.callTimeout(),
                this.properties.shutdownTimeout(), this.properties.keepAlive(), threads, this.properties.phase());
    }

    /**
     * Returns the settings of background tasks.
     *
     * @throws InvalidConfigurationException if a value is out of its range
     */
    BackgroundSettings background() {
        BackgroundProperties background = this.properties.background();
        RestartProperties restart = background.restart();
        ThreadMode threads = threads();
        RestartSettings restartSettings = orProblem("ariadne.background.restart.",
                () -> new RestartSettings(restart.policy(), restart.initialDelay(), restart.multiplier(),
                        restart.maxDelay(), restart.jitter(), restart.resetAfter(), restart.maxRestarts(),
                        restart.window(), restart.onExhausted()),
                RestartSettings.DEFAULTS);
        BackgroundSettings settings = orProblem("ariadne.background.",
                () -> new BackgroundSettings(background.enabled(), threads, background.shutdownTimeout(),
                        background.awaitTimeout(), restartSettings, background.phase(), taskOverrides(background)),
                BackgroundSettings.DEFAULTS);
        throwProblems();
        return settings;
    }

    private static Map<String, TaskOverrides> taskOverrides(BackgroundProperties background) {
        return background.tasks()
            .entrySet()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, (entry) -> entry.getValue().toOverrides()));
    }

    /** The message of the runtime's own check begins with the name of the property. */
    private <T> T orProblem(String prefix, Supplier<T> settings, T otherwise) {
        try {
            return settings.get();
        }
        catch (IllegalArgumentException ex) {
            String[] words = String.valueOf(ex.getMessage()).split(" ", 2);
            problem(prefix + words[0], "it " + words[words.length - 1], "Set it to a value in that range.");
            return otherwise;
        }
    }

    private ThreadMode threads() {
        int java = Runtime.version().feature();
        return switch (this.properties.background().threads()) {
            case PLATFORM -> ThreadMode.PLATFORM;
            case VIRTUAL -> {
                if (java < 21) {
                    problem("ariadne.background.threads", "Java " + java + " has no virtual threads",
                            "Set it to auto or platform, or run the application on Java 21 or newer.");
                    yield ThreadMode.PLATFORM;
                }
                yield ThreadMode.VIRTUAL;
            }
            case AUTO -> (java >= 24 || Threading.VIRTUAL.isActive(this.environment)) ? ThreadMode.VIRTUAL
                    : ThreadMode.PLATFORM;
        };
    }

    private void positive(String key, Duration value) {
        if (value.isNegative() || value.isZero()) {
            problem(key, "it must be longer than 0", "Set it to a time such as 10s.");
        }
        notTooLong(key, value);
    }

    private void notTooLong(String key, Duration value) {
        if (value.compareTo(CENTURY) > 0) {
            problem(key, "it is longer than a century", "Set it to a time such as 1d.");
        }
    }

    private static String readable(Duration duration) {
        return duration.toMillis() + "ms";
    }

    private void problem(String key, String description, String mend) {
        this.problems.add(new ConfigurationProblem(key, description, mend));
    }

    private void throwProblems() {
        if (!this.problems.isEmpty()) {
            throw new InvalidConfigurationException(this.problems);
        }
    }

}
