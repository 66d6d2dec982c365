package dev.ariadne.autoconfigure.health;

import java.util.List;
import java.util.NoSuchElementException;

import dev.ariadne.AccountStatus;
import dev.ariadne.Ariadne;
import dev.ariadne.account.AccountRegistry;
import dev.ariadne.account.AccountSnapshot;
import dev.ariadne.background.BackgroundTaskRegistry;
import dev.ariadne.background.BackgroundTaskSnapshot;
import dev.ariadne.background.BackgroundTaskState;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * The health of one account: up when it does what it was told to, down when an operator is wanted.
 */
final class AccountHealthIndicator implements HealthIndicator {

    private final Ariadne ariadne;

    private final AccountRegistry accounts;

    private final BackgroundTaskRegistry tasks;

    AccountHealthIndicator(Ariadne ariadne, AccountRegistry accounts, BackgroundTaskRegistry tasks) {
        this.ariadne = ariadne;
        this.accounts = accounts;
        this.tasks = tasks;
    }

    @Override
    public Health health() {
        try {
            return health(this.accounts.snapshot(this.ariadne.name()), parkedTasks());
        }
        catch (NoSuchElementException ex) {
            return Health.unknown().withDetail("reason", "the account has been removed").build();
        }
    }

    private List<String> parkedTasks() {
        return this.tasks.snapshots(this.ariadne).stream()
            .filter((task) -> task.state() == BackgroundTaskState.PARKED)
            .map(BackgroundTaskSnapshot::task).toList();
    }

    private static Health health(AccountSnapshot account, List<String> parkedTasks) {
        boolean asWanted = account.status() == AccountStatus.ONLINE || account.status() == AccountStatus.STOPPED;
        Health.Builder health = (asWanted && parkedTasks.isEmpty()) ? Health.up() : Health.down();
        health.withDetail("status", account.status());
        if (account.since() != null) {
            health.withDetail("since", account.since());
        }
        String reason = reason(account);
        if (reason != null) {
            health.withDetail("reason", reason);
        }
        if (!parkedTasks.isEmpty()) {
            health.withDetail("parkedTasks", parkedTasks);
        }
        return health.build();
    }

    private static @Nullable String reason(AccountSnapshot account) {
        return switch (account.status()) {
            case ONLINE -> null;
            case STOPPED -> "stopped on purpose";
            case NEW -> "not started yet";
            case CONNECTING -> because("connecting", account.lastFailure());
            case OFFLINE -> because("offline", account.lastFailure());
            case PARKED -> because("given up; start it again when the cause is mended", account.lastFailure());
        };
    }

    private static String because(String what, @Nullable Throwable failure) {
        if (failure == null) {
            return what;
        }
        String message = failure.getMessage();
        return what + "; last failure: " + ((message != null) ? message : failure.getClass().getName());
    }

}
