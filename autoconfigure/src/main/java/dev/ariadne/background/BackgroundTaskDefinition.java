package dev.ariadne.background;

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

    private final Function<Ariadne, BackgroundTask> work;

    private final BackgroundScope scope;

    private final List<String> accounts;

    private final OnStop onStop;

    private BackgroundTaskDefinition(Builder builder, Function<Ariadne, BackgroundTask> work) {
        this.name = builder.name;
        this.work = work;
        this.scope = builder.scope;
        this.accounts = List.copyOf(builder.accounts);
        this.onStop = builder.onStop;
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
     * Returns the work for one account. Asked once per launch of the account.
     */
    BackgroundTask workFor(Ariadne ariadne) {
        return this.work.apply(ariadne);
    }

    /**
     * Builds a definition.
     */
    public static final class Builder {

        private final String name;

        private @Nullable Function<Ariadne, BackgroundTask> work;

        private BackgroundScope scope = BackgroundScope.ACCOUNT;

        private List<String> accounts = List.of();

        private OnStop onStop = OnStop.CANCEL;

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
            return taskPerAccount((ariadne) -> task);
        }

        /**
         * Sets the work by a function that makes it for each account.
         *
         * @param factory called at each launch of an account
         */
        public Builder taskPerAccount(Function<Ariadne, BackgroundTask> factory) {
            this.work = Objects.requireNonNull(factory, "factory");
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
