package dev.ariadne.background;

import dev.ariadne.AccountStatus;
import dev.ariadne.Accounts;
import dev.ariadne.Ariadne;
import dev.ariadne.AsyncAriadne;
import dev.ariadne.LaunchStage;
import dev.ariadne.LaunchStatus;
import dev.ariadne.call.Call;

/**
 * An account that is only a name, an id, and a launch stage that a test sets.
 */
final class StagedAriadne implements Ariadne {

    private final String name;

    private final long id;

    private volatile LaunchStage stage = LaunchStage.BLOCKING;

    StagedAriadne(String name, long id) {
        this.name = name;
        this.id = id;
    }

    void stage(LaunchStage stage) {
        this.stage = stage;
    }

    @Override
    public String name() {
        return this.name;
    }

    @Override
    public long id() {
        return this.id;
    }

    @Override
    public AccountStatus status() {
        return AccountStatus.ONLINE;
    }

    @Override
    public LaunchStatus launchStatus() {
        return new LaunchStatus(this.stage);
    }

    @Override
    public Accounts accounts() {
        throw new UnsupportedOperationException();
    }

    @Override
    public AsyncAriadne async() {
        throw new UnsupportedOperationException();
    }

    @Override
    public <R> R call(Call<R> call) {
        throw new UnsupportedOperationException();
    }

}
