package dev.ariadne.autoconfigure.metrics;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

import dev.ariadne.Ariadne;
import dev.ariadne.account.AccountObserver;
import dev.ariadne.background.BackgroundTaskObserver;
import dev.ariadne.event.ReceivedEvent;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.search.Search;

/**
 * Counts and measures what accounts and their background tasks do. The meters of an account are tagged with its name,
 * and removed with it.
 * <p>
 * Accounts exist before the application's registries of meters do. Hence the meters are made in a registry of their
 * own, which hands them on to each registry that it is bound to.
 *
 * @since 0.1.0
 */
public final class AriadneMetrics implements AccountObserver, BackgroundTaskObserver, MeterBinder {

    private final CompositeMeterRegistry meters = new CompositeMeterRegistry();

    private final List<MeterRegistry> registries = new CopyOnWriteArrayList<>();

    private final Map<String, Ariadne> waiting = new ConcurrentHashMap<>();

    private final Map<String, AccountMeters> accounts = new ConcurrentHashMap<>();

    private final ToDoubleFunction<Ariadne> activeRuns;

    /**
     * Creates metrics that are not bound to a registry yet.
     *
     * @param activeRuns tells how many runs of background tasks of an account are under way
     */
    public AriadneMetrics(ToDoubleFunction<Ariadne> activeRuns) {
        this.activeRuns = activeRuns;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        this.meters.add(registry);
        this.registries.add(registry);
        this.waiting.values().forEach(this::added);
        this.waiting.clear();
    }

    @Override
    public void added(Ariadne ariadne) {
        if (this.registries.isEmpty()) {
            // Micrometer warns of meters that are older than their registry.
            this.waiting.put(ariadne.name(), ariadne);
            return;
        }
        this.accounts.compute(ariadne.name(), (name, former) -> {
            if (former != null) {
                forget(name, former);
            }
            return new AccountMeters(ariadne, this.meters, this.activeRuns);
        });
    }

    @Override
    public void removed(Ariadne ariadne) {
        this.waiting.remove(ariadne.name(), ariadne);
        this.accounts.computeIfPresent(ariadne.name(), (name, account) -> {
            if (!account.areOf(ariadne)) {
                return account;
            }
            forget(name, account);
            return null;
        });
    }

    private void forget(String name, AccountMeters account) {
        account.remove();
        // What observations have made of the account's runs.
        this.registries.forEach((registry) -> Search.in(registry)
            .name((meter) -> meter.startsWith(DefaultBackgroundRunObservationConvention.NAME))
            .tag(AccountMeters.ACCOUNT_TAG, name).meters().forEach(registry::remove));
    }

    @Override
    public void connected(Ariadne ariadne) {
        with(ariadne, (account) -> account.connects.increment());
    }

    @Override
    public void connectFailed(Ariadne ariadne) {
        with(ariadne, (account) -> account.connectFailures.increment());
    }

    @Override
    public void received(Ariadne ariadne, ReceivedEvent event) {
        with(ariadne, (account) -> account.received(event.type()));
    }

    @Override
    public void dropped(Ariadne ariadne, ReceivedEvent event) {
        with(ariadne, (account) -> account.dropped.increment());
    }

    @Override
    public void rejected(Ariadne ariadne) {
        with(ariadne, (account) -> account.rejected.increment());
    }

    @Override
    public void called(Ariadne ariadne, String command, String outcome, Duration duration) {
        with(ariadne, (account) -> account.called(command, outcome, duration));
    }

    @Override
    public void runEnded(Ariadne ariadne, String task, Outcome outcome, Duration duration) {
        with(ariadne, (account) -> account.runEnded(task, outcome.name().toLowerCase(Locale.ROOT), duration));
    }

    @Override
    public void restarted(Ariadne ariadne, String task) {
        with(ariadne, (account) -> account.count(TaskIncident.RESTART, task));
    }

    @Override
    public void parked(Ariadne ariadne, String task) {
        with(ariadne, (account) -> account.count(TaskIncident.PARKED, task));
    }

    @Override
    public void unstopped(Ariadne ariadne, String task) {
        with(ariadne, (account) -> account.count(TaskIncident.UNSTOPPED, task));
    }

    @Override
    public void stuck(Ariadne ariadne, String task) {
        with(ariadne, (account) -> account.count(TaskIncident.STUCK, task));
    }

    /** What happens to an account after its removal is not counted: it would bring its meters back. */
    private void with(Ariadne ariadne, Consumer<AccountMeters> action) {
        AccountMeters account = this.accounts.get(ariadne.name());
        if (account != null) {
            action.accept(account);
        }
    }

}
