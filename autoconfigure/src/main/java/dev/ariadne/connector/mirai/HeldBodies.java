package dev.ariadne.connector.mirai;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Bodies of webhook requests that came while their account had no link: not too many, not too large, and not for long.
 * Not thread-safe.
 */
final class HeldBodies {

    private static final int MAX_COUNT = 1000;

    private static final long MAX_BYTES = 2L * WebhookEndpoint.MAX_BODY_LENGTH;

    private static final long MAX_AGE_NANOS = Duration.ofMinutes(2).toNanos();

    private final Deque<Held> bodies = new ArrayDeque<>();

    private final IntConsumer tooOld;

    private long bytes;

    /**
     * Keeps nothing yet.
     *
     * @param tooOld told how many bodies have been forgotten because of their age, whenever that is noticed
     */
    HeldBodies(IntConsumer tooOld) {
        this.tooOld = tooOld;
    }

    /** Keeps a body; returns false if there is no room for it. */
    boolean add(byte[] body, long now) {
        forgetOld(now);
        if (this.bodies.size() == MAX_COUNT || this.bytes + body.length > MAX_BYTES) {
            return false;
        }
        this.bodies.add(new Held(body, now));
        this.bytes += body.length;
        return true;
    }

    private void forgetOld(long now) {
        int forgotten = 0;
        while (!this.bodies.isEmpty() && now - this.bodies.getFirst().at() > MAX_AGE_NANOS) {
            this.bytes -= this.bodies.removeFirst().body().length;
            forgotten++;
        }
        if (forgotten > 0) {
            this.tooOld.accept(forgotten);
        }
    }

    /** Takes all that are not too old, the oldest first. */
    List<byte[]> take(long now) {
        forgetOld(now);
        List<byte[]> taken = this.bodies.stream().map(Held::body).toList();
        clear();
        return taken;
    }

    /** Forgets all; returns how many there were. */
    int clear() {
        int count = this.bodies.size();
        this.bodies.clear();
        this.bytes = 0;
        return count;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Held(byte[] body, long at) {

    }

}
