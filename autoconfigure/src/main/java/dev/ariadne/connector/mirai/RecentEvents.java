package dev.ariadne.connector.mirai;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/**
 * The events that came by a webhook of late. A request whose connection is dropped is made once more (protocol notes
 * 8), so an event can come twice. Told apart are those that carry a number of their own: messages, and requests that
 * wait for an answer. Of all others two that look alike may well be two, and both are told.
 */
final class RecentEvents {

    static final Duration MEMORY = Duration.ofMinutes(1);

    static final int MAX_COUNT = 1024;

    private final Map<ByteBuffer, Long> times = new LinkedHashMap<>() {

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Long> eldest) {
            return size() > MAX_COUNT;
        }

    };

    /**
     * Tells whether the same event has come before, and remembers it.
     *
     * @param body the event as it came
     * @param event the same, read
     * @param nanoTime the time
     */
    boolean contains(byte[] body, JsonNode event, long nanoTime) {
        if (!hasNumber(event)) {
            return false;
        }
        ByteBuffer key = digest(body);
        Long before = this.times.remove(key);
        this.times.put(key, nanoTime);
        return before != null && nanoTime - before < MEMORY.toNanos();
    }

    private static boolean hasNumber(JsonNode event) {
        return event.path("eventId").isIntegralNumber()
                || event.path("messageChain").path(0).path("type").asString("").equals("Source");
    }

    private static ByteBuffer digest(byte[] body) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(body));
        }
        catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException(ex);
        }
    }

}
