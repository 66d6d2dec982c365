package dev.ariadne.autoconfigure.context;

import dev.ariadne.Ariadne;
import dev.ariadne.CurrentAriadne;
import io.micrometer.context.ThreadLocalAccessor;
import org.jspecify.annotations.Nullable;

/**
 * Makes the account of {@link Ariadne#current()} part of the context that Micrometer captures and restores: in
 * {@code @Async} methods with {@code spring.task.execution.propagate-context=true}, in Reactor with
 * {@code spring.reactor.context-propagation=auto}, and wherever else a {@code ContextSnapshot} is used. Found by
 * {@link java.util.ServiceLoader}.
 *
 * @since 0.1.0
 */
public final class AriadneThreadLocalAccessor implements ThreadLocalAccessor<Ariadne> {

    /** The key of the account in a captured context. */
    public static final String KEY = "dev.ariadne.current";

    @Override
    public Object key() {
        return KEY;
    }

    @Override
    public @Nullable Ariadne getValue() {
        return CurrentAriadne.get();
    }

    @Override
    public void setValue(Ariadne ariadne) {
        CurrentAriadne.set(ariadne);
    }

    @Override
    public void setValue() {
        CurrentAriadne.set(null);
    }

}
