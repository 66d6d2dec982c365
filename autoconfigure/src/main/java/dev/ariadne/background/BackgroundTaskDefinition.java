package dev.ariadne.background;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import dev.ariadne.Ariadne;
import org.jspecify.annotations.Nullable;

/**
 * What a background task is. Immutable.
 *
 * @since 0.1.0
 */
public final class BackgroundTaskDefinition {

    private final String name;

    private final Function<TaskGroup, BackgroundTask> work;

    private final BackgroundScope scope;

    private final List<String> accounts;

    private final OnStop onStop;

    private final boolean enabled;

    private final RestartOverrides restart;

    private final @Nullable Trigger trigger;

    private final @Nullable TriggerOverrides off;

    private final @Nullable Duration stuckAfter;

    private final boolean restartWhenStuck;

    private BackgroundTaskDefinition(Builder builder, Function<TaskGroup, BackgroundTask> work) {
        this.name = builder.name;
        this.work = work;
        this.scope = builder.scope;
        this.accounts = List.copyOf(builder.accounts);
        this.onStop = builder.onStop;
        this.enabled = builder.enabled;
        this.restart = builder.restart;
        this.trigger = builder.trigger;
        this.off = builder.off;
        this.stuckAfter = builder.stuckAfter;
        this.restartWhenStuck = builder.restartWhenStuck;
    }

    /**
     * Begins the definition of a task.
     *
     * @param name its name, unique in the application, not blank
     * @throws IllegalArgumentException if the name is blank
     */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /**
     * Returns the name.
     */
    public String name() {
        return this.name;
    }

    /**
     * Returns how long the task lives.
     */
    public BackgroundScope scope() {
        return this.scope;
    }

    /**
     * Returns the names or ids of the accounts that it runs for; empty means all.
     */
    public List<String> accounts() {
        return this.accounts;
    }

    /**
     * Returns what happens to a run when the task is to stop.
     */
    public OnStop onStop() {
        return this.onStop;
    }

    /**
     * Returns whether the task is run at all.
     */
    public boolean enabled() {
        return this.enabled;
    }

    /**
     * Returns in what it differs from {@code ariadne.background.restart}.
     */
    public RestartOverrides restart() {
        return this.restart;
    }

    /**
     * Returns when it is run again and again, or null if it is run once.
     */
    public @Nullable Trigger trigger() {
        return this.trigger;
    }

    /**
     * Returns what is said about the trigger if that lets the task not run, as long as the configuration names no other
     * trigger; null if it does not.
     */
    @Nullable TriggerOverrides off() {
        return this.off;
    }

    /**
     * Returns how long a run may show no progress, or null if it may for ever.
     */
    public @Nullable Duration stuckAfter() {
        return this.stuckAfter;
    }

    /**
     * Returns whether a run that shows no progress for longer is ended, and run anew.
     */
    public boolean restartWhenStuck() {
        return this.restartWhenStuck;
    }

    /** Returns a builder that begins with this definition. */
    Builder toBuilder() {
        return new Builder(this.name).taskPerLaunch(this.work)
            .scope(this.scope)
            .accounts(this.accounts.toArray(String[]::new))
            .onStop(this.onStop)
            .enabled(this.enabled)
            .restart(this.restart)
            .trigger(this.trigger)
            .off(this.off)
            .stuckAfter(this.stuckAfter)
            .restartWhenStuck(this.restartWhenStuck);
    }

    /**
     * Returns the work for one launch of an account. Asked once for it, or again if that failed.
     */
    BackgroundTask workFor(TaskGroup launch) {
        return this.work.apply(launch);
    }

    /**
     * Builds a definition.
     */
    public static final class Builder {

        private final String name;

        private @Nullable Function<TaskGroup, BackgroundTask> work;

        private BackgroundScope scope = BackgroundScope.ACCOUNT;

        private List<String> accounts = List.of();

        private OnStop onStop = OnStop.CANCEL;

        private boolean enabled = true;

        private RestartOverrides restart = RestartOverrides.NONE;

        private @Nullable Trigger trigger;

        private @Nullable TriggerOverrides off;

        private @Nullable Duration stuckAfter;

        private boolean restartWhenStuck;

        private Builder(String name) {
            if (name.isBlank()) {
                throw new IllegalArgumentException("A background task needs a name");
            }
            this.name = name;
        }

        /**
         * Sets the work. Required.
         *
         * @param task called concurrently for several accounts
         */
        public Builder task(BackgroundTask task) {
            Objects.requireNonNull(task, "task");
            return taskPerLaunch((launch) -> task);
        }

        /**
         * Sets the work by a function that makes it for each account.
         *
         * @param factory called at each launch of an account
         */
        public Builder taskPerAccount(Function<Ariadne, BackgroundTask> factory) {
            Objects.requireNonNull(factory, "factory");
            return taskPerLaunch((launch) -> factory.apply(launch.ariadne()));
        }

        /** Sets the work by a function that makes it for each launch of an account. */
        Builder taskPerLaunch(Function<TaskGroup, BackgroundTask> factory) {
            this.work = factory;
            return this;
        }

        /**
         * Sets how long the task lives. The default is {@link BackgroundScope#ACCOUNT}.
         */
        public Builder scope(BackgroundScope scope) {
            this.scope = scope;
            return this;
        }

        /**
         * Sets the names or ids of the accounts that it runs for. The default, none, means all.
         */
        public Builder accounts(String... accounts) {
            this.accounts = List.of(accounts);
            return this;
        }

        /**
         * Sets what happens to a run when the task is to stop. The default is {@link OnStop#CANCEL}.
         */
        public Builder onStop(OnStop onStop) {
            this.onStop = onStop;
            return this;
        }

        /**
         * Sets whether the task is run at all. The default is true.
         */
        public Builder enabled(boolean enabled) {
            this.enabled = enabled;
            return this;
        }

        /**
         * Sets when the task is run again, instead of {@code ariadne.background.restart}.
         */
        public Builder restart(RestartSettings restart) {
            return restart(RestartOverrides.of(restart));
        }

        /**
         * Sets in what the task differs from {@code ariadne.background.restart}. The default is in nothing.
         */
        public Builder restart(RestartOverrides restart) {
            this.restart = restart;
            return this;
        }

        /**
         * Sets when the task is run again and again. The default, null, means that it is run once.
         */
        public Builder trigger(@Nullable Trigger trigger) {
            this.trigger = trigger;
            return this;
        }

        /** Sets what is said about the trigger if that lets the task not run. */
        Builder off(@Nullable TriggerOverrides off) {
            this.off = off;
            return this;
        }

        /**
         * Sets how long a run may show no progress, from its beginning or its last
         * {@link BackgroundContext#progress()}, before it is reported. The default, null, means for ever.
         */
        public Builder stuckAfter(@Nullable Duration stuckAfter) {
            this.stuckAfter = stuckAfter;
            return this;
        }

        /**
         * Sets whether a run that shows no progress for longer is ended, and run anew. The default is false.
         */
        public Builder restartWhenStuck(boolean restartWhenStuck) {
            this.restartWhenStuck = restartWhenStuck;
            return this;
        }

        /**
         * Returns the definition.
         *
         * @throws IllegalStateException if the work is missing
         */
        public BackgroundTaskDefinition build() {
            if (this.work == null) {
                throw new IllegalStateException("The background task '" + this.name + "' needs a task(…)");
            }
            return new BackgroundTaskDefinition(this, this.work);
        }

    }

}
