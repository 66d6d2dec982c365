package dev.ariadne.autoconfigure.endpoint;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ariadne.background.BackgroundScope;
import dev.ariadne.background.BackgroundTaskSnapshot;
import dev.ariadne.background.BackgroundTaskState;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * What the endpoint tells of the background task of one account.
 *
 * @param scope how long the task lives
 * @param state its state
 * @param since when it came into this state, or null if its account has not been launched yet
 * @param runs how many runs have begun since the account's launch
 * @param failures how many of them failed
 * @param restarts how many of them began after a back-off
 * @param lastFailure the last failure, or null if there was none
 * @param nextRunAt when the next run begins, or null if none is scheduled
 * @since 0.1.0
 */
@JsonInclude
public record TaskDescription(BackgroundScope scope, BackgroundTaskState state, @Nullable Instant since, int runs,
        int failures, int restarts, @Nullable FailureDescription lastFailure,
        @Nullable Instant nextRunAt) implements OperationResponseBody {

    static TaskDescription of(BackgroundTaskSnapshot task) {
        return new TaskDescription(task.scope(), task.state(), task.since(), task.runs(), task.failures(),
                task.restarts(), FailureDescription.of(task.lastFailure()), task.nextRunAt());
    }

}
