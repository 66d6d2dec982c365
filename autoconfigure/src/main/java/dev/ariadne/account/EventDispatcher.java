package dev.ariadne.account;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import dev.ariadne.concurrent.Uncaught;
import dev.ariadne.event.Conversation;
import dev.ariadne.event.ReceivedEvent;
import org.jspecify.annotations.Nullable;

/**
 * The way of one account's received events to their listeners: in order within a conversation, concurrently across
 * conversations, and never more waiting than allowed. It starts closed to listeners, and keeps what comes until it is
 * opened.
 * <p>
 * A listener may block. Therefore, whenever one is called while a conversation waits, a thread for that conversation is
 * on its way. One such thread is enough: it sees to the next one before it calls a listener itself. As long as listeners
 * are fast, a few threads deliver everything, and not one for each conversation.
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

    // Guards all fields below, and the queues of conversations.
    private final ReentrantLock lock = new ReentrantLock();

    /** The conversations that have events waiting or being delivered. */
    private final Map<Conversation, Backlog> conversations = new HashMap<>();

    /** Those of them that wait for a thread. */
    private final Queue<Backlog> ready = new ArrayDeque<>();

    private int pending;

    /** How many threads there are, with the one that is on its way. */
    private int running;

    /** A thread has been asked for, and has not begun. */
    private boolean starting;

    private boolean full;

    private State state = State.HELD;

    /**
     * Creates a dispatcher.
     *
     * @param maxPending how many events may wait
     * @param maxConcurrent how many conversations may be delivered at a time
     * @param executor where events are delivered; runs whatever it is given, sooner or later
     * @param delivery delivers one event; logs what goes wrong
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
        Conversation conversation = event.conversation();
        boolean threadNeeded;
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
            enqueue(conversation, event);
            threadNeeded = needsThread();
        }
        finally {
            this.lock.unlock();
        }
        if (threadNeeded) {
            // Not under the lock, which is the first thing that the new thread asks for.
            startThread();
        }
        return true;
    }

    private void enqueue(Conversation conversation, ReceivedEvent event) {
        Backlog backlog = this.conversations.get(conversation);
        if (backlog == null) {
            backlog = new Backlog(conversation, new ArrayDeque<>(2));
            this.conversations.put(conversation, backlog);
            this.ready.add(backlog);
        }
        backlog.events().add(event);
    }

    /**
     * Begins to deliver.
     */
    void open() {
        boolean threadNeeded;
        this.lock.lock();
        try {
            this.state = (this.state == State.HELD) ? State.OPEN : this.state;
            threadNeeded = needsThread();
        }
        finally {
            this.lock.unlock();
        }
        if (threadNeeded) {
            startThread();
        }
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
            this.conversations.values().forEach((backlog) -> backlog.events().clear());
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

    /** Tells whether to start a thread now, and counts it. Under the lock. */
    private boolean needsThread() {
        if (this.state != State.OPEN || this.starting || this.running >= this.maxConcurrent || this.ready.isEmpty()) {
            return false;
        }
        this.starting = true;
        this.running++;
        return true;
    }

    private void startThread() {
        this.executor.execute(new Delivery());
    }

    /** Counts a thread that ends; returns whether it is the last one. Under the lock. */
    private boolean leave() {
        this.running--;
        return this.state == State.CLOSED && this.running == 0;
    }

    /**
     * What one thread does: delivers the events of one conversation after the other, until none waits.
     */
    private final class Delivery implements Runnable {

        private boolean begun;

        private @Nullable Backlog backlog;

        private int delivered;

        @Override
        public void run() {
            for (ReceivedEvent event = next(); event != null; event = next()) {
                deliver(event);
                this.delivered++;
            }
        }

        private void deliver(ReceivedEvent event) {
            try {
                EventDispatcher.this.delivery.accept(event);
            }
            catch (RuntimeException | Error ex) {
                // The failures of listeners are logged: here the log has failed.
                Uncaught.tell(ex);
            }
            finally {
                // An interrupt that a listener has left behind was not meant for that of the next event.
                Thread.interrupted();
            }
        }

        private @Nullable ReceivedEvent next() {
            boolean roomAgain = false;
            boolean threadNeeded = false;
            boolean last = false;
            ReceivedEvent event;
            EventDispatcher.this.lock.lock();
            try {
                begin();
                event = take();
                if (event != null) {
                    roomAgain = makeRoom();
                    threadNeeded = needsThread();
                }
                else {
                    last = leave();
                }
            }
            finally {
                EventDispatcher.this.lock.unlock();
            }
            if (roomAgain) {
                EventDispatcher.this.capacityListener.run();
            }
            if (threadNeeded) {
                startThread();
            }
            if (last) {
                EventDispatcher.this.closed.complete(null);
            }
            return event;
        }

        private void begin() {
            if (!this.begun) {
                this.begun = true;
                EventDispatcher.this.starting = false;
            }
        }

        private @Nullable ReceivedEvent take() {
            Backlog current = this.backlog;
            if (current != null) {
                boolean turnIsOver = this.delivered >= TURN && !EventDispatcher.this.ready.isEmpty();
                ReceivedEvent event = turnIsOver ? null : current.events().poll();
                if (event != null) {
                    return event;
                }
                release(current);
            }
            Backlog next = EventDispatcher.this.ready.poll();
            this.backlog = next;
            this.delivered = 0;
            return (next != null) ? next.events().poll() : null;
        }

    }

    private void release(Backlog backlog) {
        if (backlog.events().isEmpty()) {
            this.conversations.remove(backlog.conversation());
        }
        else {
            this.ready.add(backlog);
        }
    }

    /** Counts an event that does not wait any more; returns whether to tell that there is room. Under the lock. */
    private boolean makeRoom() {
        this.pending--;
        boolean roomAgain = this.full && this.pending <= this.maxPending / 2;
        this.full = this.full && !roomAgain;
        return roomAgain;
    }

    /** The events of a conversation that wait. */
    private record Backlog(Conversation conversation, Queue<ReceivedEvent> events) {

    }

    private enum State {

        HELD, OPEN, CLOSED

    }

}
