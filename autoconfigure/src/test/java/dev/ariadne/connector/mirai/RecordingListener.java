package dev.ariadne.connector.mirai;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import dev.ariadne.connector.ConnectFailedException.Retry;
import dev.ariadne.connector.ConnectionListener;
import dev.ariadne.event.ReceivedEvent;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what it is told, in order, and notices if it is told two things at a time.
 */
final class RecordingListener implements ConnectionListener {

    private final BlockingQueue<Object> told = new LinkedBlockingQueue<>();

    private final AtomicBoolean busy = new AtomicBoolean();

    private final AtomicReference<@Nullable Runnable> bug = new AtomicReference<>();

    private final AtomicInteger refusals = new AtomicInteger();

    private volatile boolean capacity = true;

    private volatile String thread = "none";

    void hasCapacity(boolean capacity) {
        this.capacity = capacity;
    }

    /** Returns how often it has said that it has no capacity. */
    int refusals() {
        return this.refusals.get();
    }

    /** Returns the name of the thread that has told it the latest thing. */
    String thread() {
        return this.thread;
    }

    /** Makes the next event throw. */
    void throwOnce(Runnable bug) {
        this.bug.set(bug);
    }

    /** Returns the next thing it is told: an event, or an {@link Other}. */
    Object next() throws InterruptedException {
        return Objects.requireNonNull(this.told.poll(10, TimeUnit.SECONDS), "the listener was told nothing");
    }

    <T> T next(Class<T> type) throws InterruptedException {
        Object next = next();
        if (!type.isInstance(next)) {
            throw new AssertionError("Not a " + type.getSimpleName() + ": " + next);
        }
        return type.cast(next);
    }

    boolean isQuiet() {
        return this.told.isEmpty();
    }

    int count() {
        return this.told.size();
    }

    /** Returns everything it has been told and nobody has asked for yet. */
    List<Object> rest() {
        List<Object> rest = new ArrayList<>();
        this.told.drainTo(rest);
        return rest;
    }

    private void tell(Object what) {
        if (!this.busy.compareAndSet(false, true)) {
            this.told.add(new Other("overlap", String.valueOf(what)));
        }
        this.thread = Thread.currentThread().getName();
        this.told.add(what);
        this.busy.set(false);
    }

    @Override
    public boolean hasCapacity() {
        boolean capacity = this.capacity;
        if (!capacity) {
            this.refusals.incrementAndGet();
        }
        return capacity;
    }

    @Override
    public void received(ReceivedEvent event) {
        Runnable bug = this.bug.getAndSet(null);
        if (bug != null) {
            bug.run();
        }
        tell(event);
    }

    @Override
    public void rejected(String reason) {
        tell(new Other("rejected", reason));
    }

    @Override
    public void missed(String reason) {
        tell(new Other("missed", reason));
    }

    @Override
    public void loggedIn() {
        tell(new Other("loggedIn", ""));
    }

    @Override
    public void loggedOut(String reason, Retry replacement) {
        tell(new Other("loggedOut", reason));
    }

    @Override
    public void lost(Throwable cause) {
        tell(new Other("lost", String.valueOf(cause.getMessage())));
    }

    @Override
    public void reachable() {
        tell(new Other("reachable", ""));
    }

    record Other(String what, String detail) {

    }

}
