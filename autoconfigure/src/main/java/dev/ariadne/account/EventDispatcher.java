package dev.ariadne.account;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import dev.ariadne.event.Conversation;
import dev.ariadne.event.ReceivedEvent;
import org.jspecify.annotations.Nullable;

/**
 * The way of one account's received events to their listeners: in order within a conversation, concurrently across
 * conversations, and never more waiting than allowed. It starts closed to listeners, and keeps what comes until it is
 * opened.
 */
final class EventDispatcher {

    /** How many events of a conversation are delivered before another conversation that waits has its turn. */
    private static final int TURN = 32;

    private final int maxPending;

    private final int maxConcurrent;

    private final Executor executor;

    private final Consumer<ReceivedEvent> delivery;

    private final Runnable capacityListener;

    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    // Guards all fields below.
    private final ReentrantLock lock = new ReentrantLock();

    /** The conversations that have events waiting or being delivered. */
    private final Map<Conversation, Queue<ReceivedEvent>> conversations = new HashMap<>();

    /** Those of them that wait for a thread. */
    private final Queue<Conversation> ready = new ArrayDeque<>();

    private int pending;

    private int running;

    private boolean full;

    private State state = State.HELD;

    /**
     * Creates a dispatcher.
     *
     * @param maxPending how many events may wait
     * @param maxConcurrent how many conversations may be delivered at a time
     * @param executor where events are delivered
     * @param delivery delivers one event; does not throw
     * @param capacityListener told, after {@link #hasCapacity()} was false, when half of the room is free again; does
     * not block
     */
    EventDispatcher(int maxPending, int maxConcurrent, Executor executor, Consumer<ReceivedEvent> delivery,
            Runnable capacityListener) {
        this.maxPending = maxPending;
        this.maxConcurrent = maxConcurrent;
        this.executor = executor;
        this.delivery = delivery;
        this.capacityListener = capacityListener;
    }

    /**
     * Tells whether another event can wait. After false the capacity listener is told.
     */
    boolean hasCapacity() {
        this.lock.lock();
        try {
            this.full = this.full || this.pending >= this.maxPending;
            return !this.full;
        }
        finally {
            this.lock.unlock();
        }
    }

    /**
     * Takes an event.
     *
     * @return false if it is dropped because too many wait
     */
    boolean dispatch(ReceivedEvent event) {
        Conversation begun;
        this.lock.lock();
        try {
            if (this.state == State.CLOSED) {
                return true;
            }
            if (this.pending >= this.maxPending) {
                this.full = true;
                return false;
            }
            this.pending++;
            enqueue(event);
            begun = beginNext();
        }
        finally {
            this.lock.unlock();
        }
        if (begun != null) {
            // Not under the lock, which is the first thing that the new thread asks for.
            startThread(begun);
        }
        return true;
    }

    private void enqueue(ReceivedEvent event) {
        Conversation conversation = event.conversation();
        Queue<ReceivedEvent> queue = this.conversations.get(conversation);
        if (queue == null) {
            queue = new ArrayDeque<>(2);
            this.conversations.put(conversation, queue);
            this.ready.add(conversation);
        }
        queue.add(event);
    }

    /**
     * Begins to deliver.
     */
    void open() {
        List<Conversation> begun = new ArrayList<>();
        this.lock.lock();
        try {
            if (this.state == State.HELD) {
                this.state = State.OPEN;
                for (Conversation next = beginNext(); next != null; next = beginNext()) {
                    begun.add(next);
                }
            }
        }
        finally {
            this.lock.unlock();
        }
        begun.forEach(this::startThread);
    }

    /**
     * Delivers nothing any more.
     *
     * @return how many events were waiting and are lost
     */
    int close() {
        int lost;
        boolean idle;
        this.lock.lock();
        try {
            this.state = State.CLOSED;
            lost = this.pending;
            this.pending = 0;
            this.conversations.clear();
            this.ready.clear();
            idle = (this.running == 0);
        }
        finally {
            this.lock.unlock();
        }
        if (idle) {
            this.closed.complete(null);
        }
        return lost;
    }

    /**
     * Completes when {@link #close()} has been called and no event is being delivered any more.
     */
    CompletableFuture<Void> closed() {
        return this.closed;
    }

    /** Returns a conversation that is to have a thread now, or null. Under the lock. */
    private @Nullable Conversation beginNext() {
        if (this.state != State.OPEN || this.running >= this.maxConcurrent || this.ready.isEmpty()) {
            return null;
        }
        this.running++;
        return this.ready.remove();
    }

    private void startThread(Conversation conversation) {
        this.executor.execute(() -> deliver(conversation));
    }

    private void deliver(Conversation first) {
        Conversation conversation = first;
        int delivered = 0;
        while (conversation != null) {
            ReceivedEvent event = take(conversation);
            if (event != null) {
                this.delivery.accept(event);
                delivered++;
            }
            Conversation next = next(conversation, delivered >= TURN);
            delivered = conversation.equals(next) ? delivered : 0;
            conversation = next;
        }
    }

    private @Nullable ReceivedEvent take(Conversation conversation) {
        boolean roomAgain = false;
        ReceivedEvent event;
        this.lock.lock();
        try {
            Queue<ReceivedEvent> queue = this.conversations.get(conversation);
            event = (queue != null) ? queue.poll() : null;
            if (event != null) {
                this.pending--;
                roomAgain = this.full && this.pending <= this.maxPending / 2;
                this.full = this.full && !roomAgain;
            }
        }
        finally {
            this.lock.unlock();
        }
        if (roomAgain) {
            this.capacityListener.run();
        }
        return event;
    }

    /** Returns which conversation the calling thread goes on with, or null if it is to end. */
    private @Nullable Conversation next(Conversation conversation, boolean turnIsOver) {
        boolean last;
        this.lock.lock();
        try {
            Queue<ReceivedEvent> queue = this.conversations.get(conversation);
            if (queue != null && queue.isEmpty()) {
                this.conversations.remove(conversation);
            }
            else if (queue != null) {
                if (!turnIsOver || this.ready.isEmpty()) {
                    return conversation;
                }
                this.ready.add(conversation);
            }
            Conversation next = this.ready.poll();
            if (next != null) {
                return next;
            }
            this.running--;
            last = (this.state == State.CLOSED && this.running == 0);
        }
        finally {
            this.lock.unlock();
        }
        if (last) {
            this.closed.complete(null);
        }
        return null;
    }

    private enum State {

        HELD, OPEN, CLOSED

    }

}
