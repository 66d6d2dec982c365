package dev.ariadne.account;

import java.time.Duration;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.springframework.util.backoff.BackOffExecution;

import static org.assertj.core.api.Assertions.assertThat;

class ConnectSettingsTests {

    private static final ConnectSettings SETTINGS = new ConnectSettings(Duration.ofSeconds(10), Duration.ofSeconds(1),
            Duration.ofMinutes(1), 0, Duration.ofSeconds(30));

    @Test
    void whenLinksAreLostTogetherThenTheFirstAttemptsDifferByAFifth() {
        assertThat(LongStream.generate(() -> SETTINGS.backOff().start().nextBackOff()).limit(200).boxed())
            .allMatch((delay) -> delay >= 800 && delay <= 1200)
            .satisfies((delays) -> assertThat(delays.stream().distinct()).hasSizeGreaterThan(20));
    }

    @Test
    void whenAttemptsFailThenTheirDelaysAreDoubledUntilTheLongestOne() {
        BackOffExecution backOff = SETTINGS.backOff().start();
        for (int second = 1; second < 60; second *= 2) {
            assertThat(backOff.nextBackOff()).isBetween(second * 800L, second * 1200L);
        }
        // The longest one is jittered too, but is never longer.
        assertThat(LongStream.generate(backOff::nextBackOff).limit(50)).allMatch((delay) -> delay <= 60_000)
            .anyMatch((delay) -> delay > 30_000);
    }

}
