package dev.ariadne.connector.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

import dev.ariadne.call.Call;
import org.jspecify.annotations.Nullable;

/**
 * The calls that an account of the sandbox has made, and the answers that a test has given beforehand.
 */
final class CallRecord {

    // Guards the fields below.
    private final ReentrantLock lock = new ReentrantLock();

    private final List<Call<?>> calls = new ArrayList<>();

    private final Map<Class<?>, Function<Call<?>, Object>> answers = new HashMap<>();

    <R, C extends Call<R>> void answer(Class<C> type, Function<C, R> answer) {
        this.lock.lock();
        try {
            this.answers.put(type, (call) -> answer.apply(type.cast(call)));
        }
        finally {
            this.lock.unlock();
        }
    }

    /**
     * Remembers a call.
     *
     * @return what answers calls of that type, null if nothing was given
     */
    @Nullable Function<Call<?>, Object> made(Call<?> call) {
        this.lock.lock();
        try {
            this.calls.add(call);
            return this.answers.get(call.getClass());
        }
        finally {
            this.lock.unlock();
        }
    }

    List<Call<?>> calls() {
        this.lock.lock();
        try {
            return List.copyOf(this.calls);
        }
        finally {
            this.lock.unlock();
        }
    }

}
