package dev.ariadne.autoconfigure.endpoint;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ariadne.AccountStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * What the endpoint tells of an account.
 *
 * @param id its id on its platform
 * @param connector the name of its connector
 * @param status its status
 * @param since since when it has had that status, or null if it has not been started yet
 * @param connectAttempts how many attempts to connect have been made since it was started
 * @param lastFailure why it was offline last: its attempt to connect failed, its link was lost, or the bot is
 * not logged in; null if it has been online since
 * @param tasks its background tasks by name, without those of the application
 * @since 0.1.0
 */
@JsonInclude
public record AccountDescription(long id, String connector, AccountStatus status, @Nullable Instant since,
        int connectAttempts, @Nullable FailureDescription lastFailure,
        Map<String, TaskDescription> tasks) implements OperationResponseBody {

}
