package dev.ariadne.background;

import java.time.Duration;
import java.util.StringJoiner;

import dev.ariadne.Accounts;
import dev.ariadne.Ariadne;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a task is in the end: by its definition, and before that by the configuration.
 */
final class TaskPlanner {

    private final Accounts accounts;

    private final BackgroundSettings settings;

    TaskPlanner(Accounts accounts, BackgroundSettings settings) {
        this.accounts = accounts;
        this.settings = settings;
    }

    /**
     * Returns the definition with what the configuration says.
     *
     * @throws InvalidDefinitionException if the definition makes no sense
     * @throws InvalidTaskSettingException if it does, but not with what the configuration says
     */
    BackgroundTaskDefinition plan(BackgroundTaskDefinition definition) {
        TaskOverrides overrides = this.settings.tasks().get(definition.name());
        if (overrides == null) {
            return check(definition);
        }
        try {
            return check(overrides.applyTo(definition));
        }
        catch (InvalidDefinitionException ex) {
            check(definition);
            String key = "ariadne.background.tasks[" + definition.name() + "]"
                    + ((ex.setting() != null) ? "." + ex.setting() : "");
            throw new InvalidTaskSettingException(key, ex.problem(), ex.mend(), ex);
        }
    }

    private BackgroundTaskDefinition check(BackgroundTaskDefinition definition) {
        RestartSettings restart = restart(definition);
        if (definition.enabled()) {
            checkAccounts(definition);
        }
        checkStuckAfter(definition.stuckAfter(), definition.restartWhenStuck());
        return definition.restart().saysNothing() ? definition : definition.toBuilder().restart(restart).build();
    }

    private RestartSettings restart(BackgroundTaskDefinition definition) {
        try {
            return definition.restart().applyTo(this.settings.restart());
        }
        catch (IllegalArgumentException ex) {
            throw InvalidDefinitionException.of(ex, null);
        }
    }

    private void checkAccounts(BackgroundTaskDefinition definition) {
        if (definition.scope() == BackgroundScope.APPLICATION && !definition.accounts().isEmpty()) {
            throw new InvalidDefinitionException("accounts", "The background task '" + definition.name()
                    + "' has the scope " + definition.scope() + " and is to run for the accounts "
                    + definition.accounts(),
                    "Leave out the accounts, since such a task is bound to the default account, or choose the scope "
                            + BackgroundScope.ACCOUNT);
        }
        definition.accounts().forEach((account) -> checkAccount(definition, account));
    }

    private void checkAccount(BackgroundTaskDefinition definition, String account) {
        StringJoiner known = new StringJoiner(", ");
        for (Ariadne ariadne : this.accounts) {
            if (account.equals(ariadne.name()) || account.equals(Long.toString(ariadne.id()))) {
                return;
            }
            known.add(ariadne.name() + " (" + ariadne.id() + ")");
        }
        throw new InvalidDefinitionException("accounts", "The background task '" + definition.name()
                + "' is to run for the account '" + account + "', which does not exist",
                "Name an account by its key below ariadne.accounts or by its id; known are " + known);
    }

    private static void checkStuckAfter(@Nullable Duration stuckAfter, boolean restartWhenStuck) {
        if (stuckAfter != null && (stuckAfter.isNegative() || stuckAfter.isZero()
                || stuckAfter.compareTo(Schedule.CENTURY) > 0)) {
            throw new InvalidDefinitionException("stuck-after",
                    "stuck-after must be longer than nothing and shorter than a century, not " + stuckAfter,
                    "Set it to a time such as 5m, or leave it out");
        }
        if (stuckAfter == null && restartWhenStuck) {
            throw new InvalidDefinitionException("restart-when-stuck", "restart-when-stuck is set, but not stuck-after",
                    "Set stuck-after to the time after which a run without progress is stuck");
        }
    }

}
