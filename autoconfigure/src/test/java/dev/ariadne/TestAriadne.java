package dev.ariadne;

import dev.ariadne.call.Call;

/**
 * An account that has a name and an id, and can do nothing.
 */
public final class TestAriadne implements Ariadne {

    private final String name;

    private final long id;

    public TestAriadne(String name, long id) {
        this.name = name;
        this.id = id;
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
        throw new UnsupportedOperationException();
    }

    @Override
    public LaunchStatus launchStatus() {
        throw new UnsupportedOperationException();
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
