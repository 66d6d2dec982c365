package dev.ariadne;

import dev.ariadne.call.Call;

/**
 * An account that is only a name, an id, and a launch stage that a test sets. It is online and can do nothing.
 */
public class TestAriadne implements Ariadne {

    private final String name;

    private final long id;

    private volatile LaunchStage stage = LaunchStage.BLOCKING;

    public TestAriadne(String name, long id) {
        this.name = name;
        this.id = id;
    }

    public final void stage(LaunchStage stage) {
        this.stage = stage;
    }

    @Override
    public final String name() {
        return this.name;
    }

    @Override
    public final long id() {
        return this.id;
    }

    @Override
    public final AccountStatus status() {
        return AccountStatus.ONLINE;
    }

    @Override
    public final LaunchStatus launchStatus() {
        return new LaunchStatus(this.stage);
    }

    @Override
    public final Accounts accounts() {
        throw new UnsupportedOperationException();
    }

    @Override
    public final AsyncAriadne async() {
        throw new UnsupportedOperationException();
    }

    @Override
    public <R> R call(Call<R> call) {
        throw new UnsupportedOperationException();
    }

}
