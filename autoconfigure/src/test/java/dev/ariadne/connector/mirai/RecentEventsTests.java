package dev.ariadne.connector.mirai;

import java.nio.charset.StandardCharsets;

import dev.ariadne.json.Json;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RecentEventsTests {

    private final RecentEvents recent = new RecentEvents();

    private boolean isKnown(String event, long nanoTime) {
        return this.recent.contains(event.getBytes(StandardCharsets.UTF_8), Json.parse(event), nanoTime);
    }

    private static String message(int id) {
        return "{\"messageChain\":[{\"type\":\"Source\",\"id\":" + id + ",\"time\":1}]}";
    }

    @Test
    void whenAMessageComesAgainSoonThenItIsKnown() {
        assertThat(isKnown(message(1), 5)).isFalse();
        assertThat(isKnown(message(2), 6)).isFalse();
        assertThat(isKnown(message(1), 7)).isTrue();
        assertThat(isKnown(message(1), 6 + RecentEvents.MEMORY.toNanos())).isTrue();
    }

    @Test
    void whenAMessageComesAgainLateThenItIsNot() {
        isKnown(message(1), 5);
        assertThat(isKnown(message(1), 5 + RecentEvents.MEMORY.toNanos())).isFalse();
    }

    @Test
    void whenAnEventHasNoNumberThenItIsNeverKnown() {
        assertThat(isKnown("{\"type\":\"NudgeEvent\"}", 1)).isFalse();
        assertThat(isKnown("{\"type\":\"NudgeEvent\"}", 2)).isFalse();
    }

    @Test
    void whenManyHaveComeThenTheOldestAreForgotten() {
        for (int i = 0; i <= RecentEvents.MAX_COUNT; i++) {
            isKnown(message(i), 1);
        }
        assertThat(isKnown(message(1), 1)).isTrue();
        assertThat(isKnown(message(0), 1)).isFalse();
    }

}
