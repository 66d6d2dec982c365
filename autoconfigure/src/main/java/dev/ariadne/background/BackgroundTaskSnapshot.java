package dev.ariadne.background;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How the task of one account is at one moment. The figures count from the launch of the account.
 *
 * @param account the name of the account
 * @param task the name of the task
 * @param scope how long the task lives
 * @param state its state
 * @param since when it came into this state, or null if the account has not been launched yet
 * @param runs how many runs have begun
 * @param failures how many of them failed
 * @param restarts how many of them began after a back-off
 * @param lastFailure the last failure, or null if there was none
 * @param nextRunAt when the next run begins, or null if the task neither backs off nor waits for its trigger
 * @since 0.1.0
 */
public record BackgroundTaskSnapshot(String account, String task, BackgroundScope scope, BackgroundTaskState state,
        @Nullable Instant since, int runs, int failures, int restarts, @Nullable BackgroundTaskFailure lastFailure,
        @Nullable Instant nextRunAt) {

}
