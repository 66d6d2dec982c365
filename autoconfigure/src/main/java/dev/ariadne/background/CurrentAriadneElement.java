package dev.ariadne.background;

import dev.ariadne.Ariadne;
import dev.ariadne.CurrentAriadne;
import kotlin.coroutines.AbstractCoroutineContextElement;
import kotlin.coroutines.CoroutineContext;
import kotlinx.coroutines.ThreadContextElement;
import org.jspecify.annotations.Nullable;

/**
 * Binds an account to whichever thread a coroutine runs on, as long as it does.
 */
final class CurrentAriadneElement extends AbstractCoroutineContextElement
        implements ThreadContextElement<@Nullable Ariadne> {

    private static final CoroutineContext.Key<CurrentAriadneElement> KEY = new CoroutineContext.Key<>() {
    };

    private final @Nullable Ariadne ariadne;

    CurrentAriadneElement(@Nullable Ariadne ariadne) {
        super(KEY);
        this.ariadne = ariadne;
    }

    @Override
    public @Nullable Ariadne updateThreadContext(CoroutineContext context) {
        Ariadne previous = CurrentAriadne.get();
        CurrentAriadne.set(this.ariadne);
        return previous;
    }

    @Override
    public void restoreThreadContext(CoroutineContext context, @Nullable Ariadne previous) {
        CurrentAriadne.set(previous);
    }

}
