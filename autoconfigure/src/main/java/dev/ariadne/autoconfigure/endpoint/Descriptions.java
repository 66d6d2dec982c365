package dev.ariadne.autoconfigure.endpoint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Predicate;

import dev.ariadne.Ariadne;
import dev.ariadne.account.AccountRegistry;
import dev.ariadne.account.AccountSnapshot;
import dev.ariadne.background.BackgroundScope;
import dev.ariadne.background.BackgroundTaskRegistry;
import dev.ariadne.background.BackgroundTaskSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Describes accounts and tasks as they are at this moment. An account that is removed meanwhile is left out.
 */
final class Descriptions {

    private final AccountRegistry accounts;

    private final BackgroundTaskRegistry tasks;

    Descriptions(AccountRegistry accounts, BackgroundTaskRegistry tasks) {
        this.accounts = accounts;
        this.tasks = tasks;
    }

    ApplicationDescription application() {
        Ariadne defaultAccount = defaultAccount();
        Map<String, AccountDescription> described = new LinkedHashMap<>();
        for (Ariadne ariadne : this.accounts) {
            AccountDescription description = account(ariadne.name());
            if (description != null) {
                described.put(ariadne.name(), description);
            }
        }
        return new ApplicationDescription(this.accounts.stage(), (defaultAccount != null) ? defaultAccount.name() : null,
                (defaultAccount != null) ? tasks(defaultAccount, Descriptions::isOfApplication) : Map.of(), described);
    }

    private @Nullable Ariadne defaultAccount() {
        try {
            return this.accounts.getDefault();
        }
        catch (NoSuchElementException ex) {
            return null;
        }
    }

    @Nullable AccountDescription account(String name) {
        try {
            AccountSnapshot account = this.accounts.snapshot(name);
            Ariadne ariadne = this.accounts.get(name);
            return new AccountDescription(ariadne.id(), this.accounts.settings(name).connector().connector(),
                    account.status(), account.since(), account.connectAttempts(), FailureDescription.of(account),
                    tasks(ariadne, (task) -> !isOfApplication(task)));
        }
        catch (NoSuchElementException ex) {
            return null;
        }
    }

    @Nullable TaskDescription task(String account, String name) {
        try {
            return tasks(this.accounts.get(account), (task) -> task.task().equals(name)).get(name);
        }
        catch (NoSuchElementException ex) {
            return null;
        }
    }

    private Map<String, TaskDescription> tasks(Ariadne ariadne, Predicate<BackgroundTaskSnapshot> filter) {
        Map<String, TaskDescription> described = new LinkedHashMap<>();
        this.tasks.snapshots(ariadne).stream().filter(filter)
            .forEach((task) -> described.put(task.task(), TaskDescription.of(task)));
        return described;
    }

    private static boolean isOfApplication(BackgroundTaskSnapshot task) {
        return task.scope() == BackgroundScope.APPLICATION;
    }

}
