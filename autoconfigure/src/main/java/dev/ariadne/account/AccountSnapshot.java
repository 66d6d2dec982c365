package dev.ariadne.account;

import java.time.Instant;

import dev.ariadne.AccountStatus;
import org.jspecify.annotations.Nullable;

/**
 * How an account was at one moment.
 *
 * @param status its status
 * @param since since when it has had that status, or null if it has not been started yet
 * @param connectAttempts how many attempts to connect have been made since it was started
 * @param lastFailure why it was offline last: its attempt to connect failed, its link was lost, or the bot is
 * not logged in; null if it has been online since
 * @param lastFailureAt when that was, null if {@code lastFailure} is
 * @since 0.1.0
 */
public record AccountSnapshot(AccountStatus status, @Nullable Instant since, int connectAttempts,
        @Nullable Throwable lastFailure, @Nullable Instant lastFailureAt) {

}
