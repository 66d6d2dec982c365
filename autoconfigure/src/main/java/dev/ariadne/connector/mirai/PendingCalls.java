package dev.ariadne.connector.mirai;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

import dev.ariadne.json.MalformedJsonException;
import org.jspecify.annotations.Nullable;

/**
 * The commands of one connection that wait for their answers.
 * <p>
 * A cancelled command keeps its place until its answer has come, or that of a later one: only so is the oldest command
 * the one that an answer without an id belongs to, since the server answers in order (protocol notes 5.5, 5.6).
 */
final class PendingCalls {

    // A server that answers nothing, but sends events, must not fill the memory with cancelled commands. Of more than
    // these, those that were cancelled first are forgotten.
    static final int MAX_CANCELLED = 4096;

    private final String account;

    // Guards all that follows.
    private final ReentrantLock lock = new ReentrantLock();

    private final Map<Long, PendingCall<?>> calls = new LinkedHashMap<>();

    /** The numbers of those that nobody waits for any more. */
    private final Set<Long> cancelled = new LinkedHashSet<>();

    private long lastId;

    private int waitingUsers;

    private @Nullable Throwable end;

    PendingCalls(String account) {
        this.account = account;
    }

    /** Adds a command. After the end it has failed already. */
    <R> PendingCall<R> add(Command<R> command) {
        PendingCall<R> call;
        Throwable ended;
        this.lock.lock();
        try {
            call = new PendingCall<>(this.account, ++this.lastId, command);
            ended = this.end;
            if (ended == null) {
                this.calls.put(call.id(), call);
                this.waitingUsers += users(call);
            }
        }
        finally {
            this.lock.unlock();
        }
        if (ended != null) {
            call.lost(ended);
        }
        else {
            call.future().whenComplete((result, failure) -> completed(call));
        }
        return call;
    }

    private static int users(PendingCall<?> call) {
        return call.isOfUser() ? 1 : 0;
    }

    private void completed(PendingCall<?> call) {
        this.lock.lock();
        try {
            this.waitingUsers -= users(call);
            if (this.calls.containsKey(call.id())) {
                this.cancelled.add(call.id());
                forgetTooMany();
            }
        }
        finally {
            this.lock.unlock();
        }
    }

    private void forgetTooMany() {
        if (this.cancelled.size() > MAX_CANCELLED) {
            Iterator<Long> first = this.cancelled.iterator();
            this.calls.remove(first.next());
            first.remove();
        }
    }

    /** Tells whether somebody waits for an answer. */
    boolean isAwaited() {
        this.lock.lock();
        try {
            return this.waitingUsers > 0;
        }
        finally {
            this.lock.unlock();
        }
    }

    /**
     * Takes out the command that an answer belongs to, and the cancelled ones before it.
     *
     * @return the command, null if it has been forgotten
     * @throws MalformedJsonException if there never was one
     */
    @Nullable PendingCall<?> take(String syncId) {
        this.lock.lock();
        try {
            long id = parse(syncId);
            PendingCall<?> call = this.calls.remove(id);
            this.cancelled.remove(id);
            forgetCancelledBefore(id);
            return call;
        }
        finally {
            this.lock.unlock();
        }
    }

    private long parse(String syncId) {
        try {
            long id = Long.parseLong(syncId);
            if (id > 0 && id <= this.lastId) {
                return id;
            }
        }
        catch (NumberFormatException ex) {
            // Told below.
        }
        throw new MalformedJsonException("answer to no call: syncId " + syncId);
    }

    private void forgetCancelledBefore(long id) {
        Iterator<PendingCall<?>> oldest = this.calls.values().iterator();
        while (oldest.hasNext()) {
            PendingCall<?> call = oldest.next();
            if (call.id() > id || !call.future().isDone()) {
                return;
            }
            oldest.remove();
            this.cancelled.remove(call.id());
        }
    }

    /** Takes out the oldest command, cancelled or not, null if there is none. */
    @Nullable PendingCall<?> takeOldest() {
        this.lock.lock();
        try {
            Iterator<PendingCall<?>> oldest = this.calls.values().iterator();
            PendingCall<?> call = oldest.hasNext() ? oldest.next() : null;
            if (call != null) {
                oldest.remove();
                this.cancelled.remove(call.id());
            }
            return call;
        }
        finally {
            this.lock.unlock();
        }
    }

    /**
     * Fails all commands, and those that will be added.
     *
     * @return how many of them were sent and not answered
     */
    int end(Throwable cause) {
        List<PendingCall<?>> lost;
        this.lock.lock();
        try {
            this.end = cause;
            lost = new ArrayList<>(this.calls.values());
            this.calls.clear();
            this.cancelled.clear();
        }
        finally {
            this.lock.unlock();
        }
        lost.forEach((call) -> call.lost(cause));
        return (int) lost.stream().filter(PendingCall::isSent).count();
    }

}
