package dev.ariadne.autoconfigure.health;

import java.util.NoSuchElementException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import dev.ariadne.Ariadne;
import dev.ariadne.account.AccountRegistry;
import dev.ariadne.background.BackgroundTaskRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthContributors;

/**
 * The health of the accounts: a component for each account that there is at the moment of asking.
 *
 * @since 0.1.0
 */
public final class AccountsHealthContributor implements CompositeHealthContributor {

    private final AccountRegistry accounts;

    private final BackgroundTaskRegistry tasks;

    /**
     * Creates the contributor.
     *
     * @param accounts the accounts whose health it tells
     * @param tasks their background tasks
     */
    public AccountsHealthContributor(AccountRegistry accounts, BackgroundTaskRegistry tasks) {
        this.accounts = accounts;
        this.tasks = tasks;
    }

    @Override
    public @Nullable HealthContributor getContributor(String name) {
        try {
            return contributor(this.accounts.get(name));
        }
        catch (NoSuchElementException ex) {
            return null;
        }
    }

    @Override
    public Stream<HealthContributors.Entry> stream() {
        return StreamSupport.stream(this.accounts.spliterator(), false)
            .map((ariadne) -> new HealthContributors.Entry(ariadne.name(), contributor(ariadne)));
    }

    private HealthContributor contributor(Ariadne ariadne) {
        return new AccountHealthIndicator(ariadne, this.accounts, this.tasks);
    }

}
