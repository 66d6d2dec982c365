package dev.ariadne.background;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link RestartSettings} and {@link RestartBudget}.
 */
class RestartSettingsTests {

    @Test
    void whenNothingIsSaidThenTheDocumentedDefaultsHold() {
        assertThat(RestartSettings.DEFAULTS)
            .isEqualTo(new RestartSettings(RestartPolicy.ON_FAILURE, Duration.ofSeconds(1), 2, Duration.ofMinutes(1),
                    0.2, Duration.ofMinutes(1), 10, Duration.ofMinutes(5), OnExhausted.PARK));
        assertThat(BackgroundSettings.DEFAULTS.shutdownTimeout()).isEqualTo(Duration.ofSeconds(20));
        assertThat(BackgroundSettings.DEFAULTS.awaitTimeout()).isEqualTo(Duration.ofSeconds(15));
        assertThat(BackgroundSettings.DEFAULTS.phase()).isEqualTo(Integer.MAX_VALUE - 64);
    }

    @Test
    void whenValueIsOutOfRangeThenTheErrorNamesIt() {
        Duration second = Duration.ofSeconds(1);
        assertInvalid("initial-delay", second.negated(), 2, second, 0, 1, second);
        assertInvalid("multiplier", second, 0.5, second, 0, 1, second);
        assertInvalid("max-delay", second, 2, Duration.ofMillis(1), 0, 1, second);
        assertInvalid("jitter", second, 2, second, 1.5, 1, second);
        assertInvalid("max-restarts", second, 2, second, 0, -1, second);
        assertInvalid("window", second, 2, second, 0, 1, Duration.ZERO);
        assertInvalid("window", second, 2, second, 0, 1, second.negated());
        assertInvalid("jitter", second, 2, second, -0.1, 1, second);
        assertThatIllegalArgumentException()
            .isThrownBy(() -> new RestartSettings(RestartPolicy.ALWAYS, second, 2, second, 0, second.negated(), 1,
                    second, OnExhausted.PARK))
            .withMessageStartingWith("reset-after must be");
        // In nanoseconds these do not fit into a number.
        assertInvalid("max-delay", second, 2, Duration.ofSeconds(Long.MAX_VALUE), 0, 1, second);
        assertInvalid("window", second, 2, second, 0, 1, Duration.ofSeconds(Long.MAX_VALUE));
    }

    @Test
    void whenValuesAreAtTheEdgeOfTheirRangesThenTheyAreTaken() {
        Duration century = Duration.ofDays(36_500);
        RestartSettings widest = new RestartSettings(RestartPolicy.ALWAYS, century, 1, century, 1, Duration.ZERO, 0,
                century, OnExhausted.PARK);
        assertThat(new RestartBudget(widest).takeRestart(0)).isFalse();
        RestartSettings narrowest = new RestartSettings(RestartPolicy.ALWAYS, Duration.ZERO, 1, Duration.ZERO, 0,
                Duration.ZERO, 1, Duration.ofNanos(1), OnExhausted.PARK);
        RestartBudget budget = new RestartBudget(narrowest);
        assertThat(budget.takeRestart(0)).isTrue();
        assertThat(budget.takeRestart(0)).isFalse();
        assertThat(budget.takeRestart(1)).isTrue();
        assertThat(budget.delay()).isZero();
    }

    @Test
    void whenATimeoutIsOutOfRangeThenTheErrorNamesIt() {
        Duration century = Duration.ofDays(36_500);
        assertThat(TaskFixture.stopping(century, century).interruptAfter()).isLessThan(century);
        assertThatIllegalArgumentException().isThrownBy(() -> TaskFixture.stopping(century.plusNanos(1), century))
            .withMessageStartingWith("await-timeout must be");
        assertThatIllegalArgumentException().isThrownBy(() -> TaskFixture.stopping(century, Duration.ofNanos(-1)))
            .withMessageStartingWith("shutdown-timeout must be");
    }

    private static void assertInvalid(String name, Duration initialDelay, double multiplier, Duration maxDelay,
            double jitter, int maxRestarts, Duration window) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> new RestartSettings(RestartPolicy.ALWAYS, initialDelay, multiplier, maxDelay, jitter,
                    Duration.ofSeconds(1), maxRestarts, window, OnExhausted.PARK))
            .withMessageStartingWith(name + " must be");
    }

    @Test
    void whenFirstDelaysAreTakenThenTheyDifferByTheJitter() {
        assertThat(Stream.generate(() -> firstDelay(RestartSettings.DEFAULTS)).limit(200).distinct().count())
            .isGreaterThan(20);
        assertThat(Stream.generate(() -> firstDelay(RestartSettings.DEFAULTS)).limit(200))
            .allMatch((delay) -> delay.toMillis() >= 1000 && delay.toMillis() <= 1200);
    }

    @Test
    void whenRestartsFollowEachOtherThenTheirDelaysGrowUntilTheLongestOne() {
        assertThat(delays(Duration.ofSeconds(5))).containsExactly(1L, 2L, 4L, 5L, 5L, 5L, 5L, 5L, 5L);
        assertThat(delays(Duration.ofMinutes(2))).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 120L, 120L);
    }

    /** Returns the first delays, in seconds. */
    private static List<Long> delays(Duration longest) {
        RestartBudget budget = new RestartBudget(new RestartSettings(RestartPolicy.ON_FAILURE, Duration.ofSeconds(1), 2,
                longest, 0, Duration.ofMinutes(1), 100, Duration.ofHours(1), OnExhausted.PARK));
        return Stream.generate(() -> {
            assertThat(budget.takeRestart(0)).isTrue();
            return budget.delay().toSeconds();
        }).limit(9).toList();
    }

    private static Duration firstDelay(RestartSettings settings) {
        RestartBudget budget = new RestartBudget(settings);
        assertThat(budget.takeRestart(0)).isTrue();
        return budget.delay();
    }

    @Test
    void whenWindowHasMovedOnThenRestartsAreLeftAgain() {
        RestartBudget budget = new RestartBudget(TaskFixture.RESTART);
        long minute = Duration.ofMinutes(1).toNanos();
        assertThat(budget.takeRestart(0)).isTrue();
        assertThat(budget.takeRestart(minute)).isTrue();
        assertThat(budget.takeRestart(2 * minute)).isTrue();
        assertThat(budget.takeRestart(5 * minute - 1)).isFalse();
        assertThat(budget.takeRestart(5 * minute)).isTrue();
        assertThat(budget.takeRestart(5 * minute)).isFalse();
    }

    @Test
    void whenRestartsAreManyThenTheyAreStillCounted() {
        RestartSettings many = new RestartSettings(RestartPolicy.ON_FAILURE, Duration.ZERO, 1, Duration.ZERO, 0,
                Duration.ofMinutes(1), 1_000, Duration.ofSeconds(10), OnExhausted.PARK);
        RestartBudget budget = new RestartBudget(many);
        long milli = Duration.ofMillis(1).toNanos();
        for (int restart = 0; restart < 1_000; restart++) {
            assertThat(budget.takeRestart(restart * milli)).isTrue();
        }
        assertThat(budget.takeRestart(1_000 * milli)).isFalse();
        // The first moment holds the restarts of some 39 ms.
        assertThat(Stream.generate(() -> budget.takeRestart(10_000 * milli)).limit(40)).containsOnly(true);
        assertThat(budget.takeRestart(10_000 * milli)).isFalse();
        // And so does the second one.
        assertThat(budget.takeRestart(10_039 * milli)).isFalse();
        assertThat(Stream.generate(() -> budget.takeRestart(10_040 * milli)).limit(40)).containsOnly(true);
        assertThat(budget.takeRestart(10_040 * milli)).isFalse();
    }

    @Test
    void whenSameFailureComesAgainWithinTheWindowThenItIsNotNew() {
        KnownFailures known = new KnownFailures();
        Duration window = Duration.ofNanos(10);
        assertThat(Stream.of("a", "a", "b", "a")
            .map(IllegalStateException::new)
            .map((failure) -> known.isNew(failure, 0, window))).containsExactly(true, false, true, false);
        Exception sameCauseElsewhere = new IllegalStateException("a");
        assertThat(known.isNew(sameCauseElsewhere, 9, window)).isTrue();
        assertThat(known.isNew(sameCauseElsewhere, 18, window)).isFalse();
        assertThat(known.isNew(sameCauseElsewhere, 19, window)).isTrue();
    }

    @Test
    void whenAFailureHasNoStackThenItIsKnownByItsTypeAndMessage() {
        KnownFailures known = new KnownFailures();
        assertThat(Stream.of("a", "a", "b").map(Stackless::new)
            .map((failure) -> known.isNew(failure, 0, Duration.ofNanos(10)))).containsExactly(true, false, true);
    }

    private static final class Stackless extends RuntimeException {

        Stackless(String message) {
            super(message, null, false, false);
        }

    }

}
