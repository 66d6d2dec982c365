package dev.ariadne.event;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import dev.ariadne.AccountStatus;
import dev.ariadne.Accounts;
import dev.ariadne.Ariadne;
import dev.ariadne.AsyncAriadne;
import dev.ariadne.LaunchStatus;
import dev.ariadne.call.Call;

/**
 * An account that notes its calls and answers each in the same way.
 */
public final class CallRecorder implements Ariadne {

    private final List<Call<?>> calls = new ArrayList<>();

    private final Function<Call<?>, Object> answer;

    public CallRecorder(Function<Call<?>, Object> answer) {
        this.answer = answer;
    }

    public List<Call<?>> calls() {
        return this.calls;
    }

    @Override
    @SuppressWarnings("unchecked") // the test says what the call is answered with
    public <R> R call(Call<R> call) {
        this.calls.add(call);
        return (R) this.answer.apply(call);
    }

    @Override
    public String name() {
        return "bob";
    }

    @Override
    public long id() {
        return 10002;
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

}
