package dev.ariadne.autoconfigure.endpoint;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ariadne.account.AccountSnapshot;
import dev.ariadne.background.BackgroundTaskFailure;
import org.jspecify.annotations.Nullable;

/**
 * What the endpoint tells of a failure.
 *
 * @param type the name of the class of what was thrown
 * @param message its message
 * @param at when it happened
 * @since 0.1.0
 */
@JsonInclude
public record FailureDescription(String type, @Nullable String message, @Nullable Instant at) {

    static @Nullable FailureDescription of(AccountSnapshot account) {
        Throwable failure = account.lastFailure();
        return (failure != null) ? new FailureDescription(failure.getClass().getName(), failure.getMessage(),
                account.lastFailureAt()) : null;
    }

    static @Nullable FailureDescription of(@Nullable BackgroundTaskFailure failure) {
        return (failure != null) ? new FailureDescription(failure.type(), failure.message(), failure.at()) : null;
    }

}
