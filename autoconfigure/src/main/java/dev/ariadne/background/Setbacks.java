package dev.ariadne.background;

import java.time.Duration;
import java.util.Objects;

import dev.ariadne.concurrent.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * What has gone wrong with the task of an account during one launch, and what that leaves it: a longer delay before the
 * next run, and fewer restarts. Not safe for concurrent use.
 */
final class Setbacks {

    private final RestartSettings settings;

    private final Scheduler time;

    private final KnownFailures known = new KnownFailures();

    private @Nullable RestartBudget budget;

    private @Nullable BackgroundTaskFailure last;

    private int failures;

    private int restarts;

    Setbacks(RestartSettings settings, Scheduler time) {
        this.settings = settings;
        this.time = time;
    }

    /** A run was healthy: delays and restarts begin anew. */
    void recover() {
        this.budget = null;
    }

    /** Notes a failure. */
    void failed(Throwable failure) {
        this.failures++;
        this.last = BackgroundTaskFailure.of(failure, this.time.now());
    }

    /** Tells whether a failure is one that has not been told of in full lately, and notes it. */
    boolean isNew(Throwable failure) {
        return this.known.isNew(failure, this.time.nanoTime(), this.settings.window());
    }

    /**
     * Takes a restart, after a longer delay than the last one.
     *
     * @return false if there is none left
     */
    boolean takeRestart() {
        return budget().takeRestart(this.time.nanoTime());
    }

    /** Takes a longer delay than the last one, without a failure. */
    void lengthenDelay() {
        budget().lengthenDelay();
    }

    private RestartBudget budget() {
        RestartBudget budget = Objects.requireNonNullElseGet(this.budget, () -> new RestartBudget(this.settings));
        this.budget = budget;
        return budget;
    }

    /** Returns the delay before the next run, or null if there has been no setback since the last healthy run. */
    @Nullable Duration delay() {
        return (this.budget != null) ? this.budget.delay() : null;
    }

    /** A back-off is over: the task is run again. */
    void restarted() {
        this.restarts++;
    }

    int failures() {
        return this.failures;
    }

    int restarts() {
        return this.restarts;
    }

    @Nullable BackgroundTaskFailure last() {
        return this.last;
    }

}
