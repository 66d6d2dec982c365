package dev.ariadne.account;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import dev.ariadne.Ariadne;
import dev.ariadne.ConnectionLostException;
import dev.ariadne.ConnectorSettings;
import dev.ariadne.call.Call;
import dev.ariadne.connector.ConnectFailedException;
import dev.ariadne.connector.ConnectFailedException.Retry;
import dev.ariadne.connector.ConnectRequest;
import dev.ariadne.connector.Connection;
import dev.ariadne.connector.ConnectionListener;
import dev.ariadne.connector.Connector;
import dev.ariadne.event.ReceivedEvent;
import org.jspecify.annotations.Nullable;

/**
 * A connector whose attempts and connections do what a test says, when it says so.
 */
final class ScriptedConnector implements Connector {

    static final ConnectorSettings SETTINGS = () -> "scripted";

    private final BlockingQueue<Attempt> attempts = new LinkedBlockingQueue<>();

    /** Which accounts were added, stopped and removed. */
    final List<String> told = new CopyOnWriteArrayList<>();

    private final AtomicInteger count = new AtomicInteger();

    /** What the next attempt throws at once, null if it does not. */
    private final AtomicReference<@Nullable RuntimeException> refusal = new AtomicReference<>();

    private volatile Consumer<String> onAdded = (name) -> {
    };

    private volatile Consumer<String> onStopped = (name) -> {
    };

    private volatile Consumer<Attempt> onConnect = (attempt) -> {
    };

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public void added(Ariadne ariadne, ConnectorSettings settings) {
        this.told.add("added " + ariadne.name());
        this.onAdded.accept(ariadne.name());
    }

    @Override
    public void stopped(Ariadne ariadne) {
        this.told.add("stopped " + ariadne.name());
        this.onStopped.accept(ariadne.name());
    }

    @Override
    public void removed(Ariadne ariadne) {
        this.told.add("removed " + ariadne.name());
    }

    @Override
    public CompletableFuture<Connection> connect(ConnectRequest request) {
        Attempt attempt = new Attempt(request);
        this.count.incrementAndGet();
        RuntimeException refusal = this.refusal.getAndSet(null);
        if (refusal != null) {
            throw refusal;
        }
        this.attempts.add(attempt);
        this.onConnect.accept(attempt);
        return attempt.future;
    }

    /** Lets the next attempt throw instead of beginning. */
    void refuse(RuntimeException refusal) {
        this.refusal.set(refusal);
    }

    /** Sets what each attempt does before it is under way. */
    void onConnect(Consumer<Attempt> action) {
        this.onConnect = action;
    }

    /** Sets what happens while an account is being added. */
    void onAdded(Consumer<String> action) {
        this.onAdded = action;
    }

    void onStopped(Consumer<String> action) {
        this.onStopped = action;
    }

    int count() {
        return this.count.get();
    }

    /** Takes the next attempt, and waits for it. */
    Attempt next() {
        try {
            Attempt attempt = this.attempts.poll(10, TimeUnit.SECONDS);
            if (attempt == null) {
                throw new AssertionError("No attempt to connect was made");
            }
            return attempt;
        }
        catch (InterruptedException ex) {
            throw new AssertionError(ex);
        }
    }

    boolean hasNext() {
        return !this.attempts.isEmpty();
    }

    static final class Attempt implements Connection {

        final CompletableFuture<Connection> future = new CompletableFuture<>();

        final BlockingQueue<CompletableFuture<Object>> calls = new LinkedBlockingQueue<>();

        final CompletableFuture<Void> closed = new CompletableFuture<>();

        final AtomicInteger resumed = new AtomicInteger();

        /** Throws what the link throws at once, whatever it is told; null if it does what it is told. */
        volatile @Nullable Runnable refusal;

        private final ConnectRequest request;

        Attempt(ConnectRequest request) {
            this.request = request;
        }

        Ariadne ariadne() {
            return this.request.ariadne();
        }

        ConnectionListener listener() {
            return this.request.listener();
        }

        Attempt succeed() {
            this.future.complete(this);
            return this;
        }

        void fail(Retry retry) {
            this.future.completeExceptionally(new ConnectFailedException("scripted", retry, null));
        }

        void lose() {
            this.calls.forEach((call) -> call
                .completeExceptionally(new ConnectionLostException("alice", "sendGroupMessage", null)));
            listener().lost(new IllegalStateException("scripted loss"));
        }

        void receive(ReceivedEvent event) {
            listener().received(event);
        }

        @Override
        @SuppressWarnings("unchecked")
        public <R> CompletableFuture<R> call(Call<R> call) {
            throwRefusal();
            CompletableFuture<Object> answer = new CompletableFuture<>();
            this.calls.add(answer);
            return (CompletableFuture<R>) answer;
        }

        @Override
        public void resume() {
            this.resumed.incrementAndGet();
            throwRefusal();
        }

        @Override
        public CompletableFuture<Void> close() {
            this.closed.complete(null);
            throwRefusal();
            return this.closed;
        }

        private void throwRefusal() {
            Runnable refusal = this.refusal;
            if (refusal != null) {
                refusal.run();
            }
        }

    }

}
