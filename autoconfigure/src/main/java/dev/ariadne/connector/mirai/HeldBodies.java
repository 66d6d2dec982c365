package dev.ariadne.connector.mirai;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Bodies of webhook requests that came while their account had no link: not too many, not too large, and not for long. Not
 * thread-safe.
 */
final class HeldBodies {

    private static final int MAX_COUNT = 1000;

    private static final long MAX_BYTES = 2L * WebhookEndpoint.MAX_BODY_LENGTH;

    private static final long MAX_AGE_NANOS = Duration.ofMinutes(2).toNanos();

    private final Deque<Held> bodies = new ArrayDeque<>();

    private long bytes;

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
        while (!this.bodies.isEmpty() && now - this.bodies.getFirst().at() > MAX_AGE_NANOS) {
            this.bytes -= this.bodies.removeFirst().body().length;
        }
    }

    /** Takes all that are not too old, the oldest first. */
    List<byte[]> take(long now) {
        forgetOld(now);
        List<byte[]> taken = this.bodies.stream().map(Held::body).toList();
        clear();
        return taken;
    }

    void clear() {
        this.bodies.clear();
        this.bytes = 0;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Held(byte[] body, long at) {

    }

}
