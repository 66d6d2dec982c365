package dev.ariadne.event;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import dev.ariadne.TestAriadne;
import dev.ariadne.call.Call;

/**
 * An account that notes its calls and answers each in the same way.
 */
public final class CallRecorder extends TestAriadne {

    private final List<Call<?>> calls = new ArrayList<>();

    private final Function<Call<?>, Object> answer;

    public CallRecorder(Function<Call<?>, Object> answer) {
        super("bob", 10002);
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

}
