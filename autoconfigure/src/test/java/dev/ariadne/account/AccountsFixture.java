package dev.ariadne.account;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.ariadne.AccountSettings;
import dev.ariadne.AccountStatus;
import dev.ariadne.concurrent.SchedulerFactory;
import dev.ariadne.concurrent.SystemScheduler;
import dev.ariadne.concurrent.ThreadMode;
import dev.ariadne.event.AriadneEventPublisher;

import static org.awaitility.Awaitility.await;

/**
 * The accounts alice (10001) and perhaps more, on a scripted connector, with short delays.
 */
final class AccountsFixture implements AutoCloseable {

    final ScriptedConnector connector = new ScriptedConnector();

    final RecordingPublisher publisher = new RecordingPublisher();

    final AccountRegistry accounts;

    final AccountLifecycle lifecycle;

    AccountsFixture(String... names) {
        this(settings(), names);
    }

    AccountsFixture(AccountRuntimeSettings settings, String... names) {
        this(settings, AccountObserver.NONE, names);
    }

    AccountsFixture(AccountRuntimeSettings settings, AccountObserver observer, String... names) {
        this(settings, observer, SystemScheduler::new, names);
    }

    AccountsFixture(AccountRuntimeSettings settings, AccountObserver observer, SchedulerFactory schedulers,
            String... names) {
        Map<String, AccountSettings> accounts = new LinkedHashMap<>();
        for (String name : names) {
            accounts.put(name, AccountSettings.of(10001 + accounts.size(), ScriptedConnector.SETTINGS));
        }
        this.accounts = new AccountRegistry(settings, List.of(this.connector), observer, schedulers, accounts,
                null);
        this.lifecycle = new AccountLifecycle(this.accounts, new AriadneEventPublisher(this.publisher),
                AccountLifecycle.DEFAULT_PHASE);
    }

    static AccountRuntimeSettings settings() {
        return settings(0, 100, Duration.ofSeconds(10));
    }

    static AccountRuntimeSettings settings(int maxAttempts, int maxPending, Duration shutdownTimeout) {
        ConnectSettings connect = new ConnectSettings(Duration.ofSeconds(10), Duration.ofMillis(1),
                Duration.ofMillis(5), maxAttempts, Duration.ofSeconds(30));
        return new AccountRuntimeSettings(connect, maxPending, Duration.ofSeconds(10), shutdownTimeout, false,
                ThreadMode.PLATFORM, AccountLifecycle.DEFAULT_PHASE);
    }

    /** Starts, and brings the next account that connects online. */
    ScriptedConnector.Attempt startOnline() {
        this.lifecycle.start();
        return nextOnline();
    }

    /** Brings the next account that connects online. */
    ScriptedConnector.Attempt nextOnline() {
        ScriptedConnector.Attempt attempt = this.connector.next().succeed();
        await().pollInterval(Duration.ofMillis(1)).until(() -> attempt.ariadne().status() == AccountStatus.ONLINE);
        return attempt;
    }

    @Override
    public void close() {
        this.lifecycle.stop();
    }

}
