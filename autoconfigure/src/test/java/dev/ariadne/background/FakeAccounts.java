package dev.ariadne.background;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;

import dev.ariadne.AccountSettings;
import dev.ariadne.Accounts;
import dev.ariadne.Ariadne;
import dev.ariadne.LaunchStage;
import dev.ariadne.TestAriadne;
import dev.ariadne.account.AccountCompanion;
import dev.ariadne.account.AccountCompanions;

/**
 * Accounts without links: a test says what becomes of them.
 */
final class FakeAccounts implements Accounts, AccountCompanions {

    final BlockingQueue<String> stopped = new LinkedBlockingQueue<>();

    private final List<TestAriadne> accounts = new CopyOnWriteArrayList<>();

    private final List<AccountCompanion> companions = new CopyOnWriteArrayList<>();

    private final List<Ariadne> launchedAtJoin = new CopyOnWriteArrayList<>();

    FakeAccounts(String... names) {
        long id = 10001;
        for (String name : names) {
            this.accounts.add(new TestAriadne(name, id++));
        }
    }

    TestAriadne account(String name) {
        return find((account) -> account.name().equals(name));
    }

    /** Launches an account, now and at each further start. */
    void launch(String name) {
        this.launchedAtJoin.add(account(name));
        this.companions.forEach((companion) -> companion.launched(account(name)));
    }

    void online(String name) {
        this.companions.forEach((companion) -> companion.online(account(name)));
    }

    void offline(String name) {
        this.companions.forEach((companion) -> companion.offline(account(name)));
    }

    /** Lets no account be launched at the next start. */
    void shutDownBeforeJoin() {
        this.launchedAtJoin.clear();
    }

    CompletionStage<?> shutDown(String name) {
        this.launchedAtJoin.remove(account(name));
        return companion().stop(account(name));
    }

    AccountCompanion companion() {
        return this.companions.get(0);
    }

    boolean hasCompanions() {
        return !this.companions.isEmpty();
    }

    private TestAriadne find(Predicate<Ariadne> predicate) {
        return this.accounts.stream().filter(predicate).findFirst().orElseThrow();
    }

    @Override
    public void join(AccountCompanion companion) {
        this.companions.add(companion);
        if (!this.accounts.isEmpty()) {
            companion.applicationLaunched(getDefault());
        }
        this.launchedAtJoin.forEach(companion::launched);
    }

    @Override
    public void leave(AccountCompanion companion) {
        this.companions.remove(companion);
    }

    @Override
    public void beginStop() {
        this.accounts.forEach((account) -> account.stage(LaunchStage.CLEANING));
    }

    @Override
    public Iterator<Ariadne> iterator() {
        return new ArrayList<Ariadne>(this.accounts).iterator();
    }

    @Override
    public Ariadne get(String name) {
        return account(name);
    }

    @Override
    public Ariadne get(long id) {
        return find((account) -> account.id() == id);
    }

    @Override
    public Ariadne getDefault() {
        if (this.accounts.isEmpty()) {
            throw new NoSuchElementException("No account is configured");
        }
        return this.accounts.get(0);
    }

    @Override
    public Ariadne add(String name, AccountSettings settings) {
        TestAriadne account = new TestAriadne(name, settings.id());
        this.accounts.add(account);
        return account;
    }

    @Override
    public void remove(String name) {
        TestAriadne account = account(name);
        this.accounts.remove(account);
        this.companions.forEach((companion) -> companion.removed(account));
    }

    @Override
    public void start(String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void stop(String name) {
        this.stopped.add(name);
    }

}
