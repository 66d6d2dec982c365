package dev.ariadne.connector.sandbox;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import dev.ariadne.Ariadne;
import dev.ariadne.CallEffect;
import dev.ariadne.ConnectionLostException;
import dev.ariadne.call.Call;
import dev.ariadne.connector.Connection;
import dev.ariadne.connector.ConnectionListener;

/**
 * A link to the sandbox. Every call is answered at once.
 */
final class InMemoryConnection implements Connection {

    private final InMemoryAccount account;

    private final Ariadne ariadne;

    private final ConnectionListener listener;

    private final AtomicBoolean open = new AtomicBoolean(true);

    InMemoryConnection(InMemoryAccount account, Ariadne ariadne, ConnectionListener listener) {
        this.account = account;
        this.ariadne = ariadne;
        this.listener = listener;
    }

    Ariadne ariadne() {
        return this.ariadne;
    }

    ConnectionListener listener() {
        return this.listener;
    }

    @Override
    @SuppressWarnings("unchecked") // each call's answer has the type that the call names
    public <R> CompletableFuture<R> call(Call<R> call) {
        if (!this.open.get()) {
            return CompletableFuture.failedFuture(
                    new ConnectionLostException(this.ariadne.name(), call.command(), CallEffect.NONE, null));
        }
        Function<Call<?>, Object> given = this.account.made(call);
        try {
            return CompletableFuture.completedFuture((R) ((given != null) ? given.apply(call)
                    : InMemoryAnswers.answer(new SandboxCaller(this.ariadne, this.account), call)));
        }
        catch (RuntimeException ex) {
            // A given answer may throw whatever a test wants.
            return CompletableFuture.failedFuture(ex);
        }
    }

    @Override
    public void resume() {
        // Nothing is held back here: what is said while there is no room is dropped by the listener.
    }

    @Override
    public CompletableFuture<Void> close() {
        this.open.set(false);
        this.account.disconnected(this);
        return CompletableFuture.completedFuture(null);
    }

    void drop(String reason) {
        if (this.open.compareAndSet(true, false)) {
            this.listener.lost(new ConnectionDroppedException(reason));
            this.account.refusedUntilOnline(this.listener);
        }
    }

}
