package dev.ariadne.test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.ariadne.concurrent.Scheduler;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ManualTime}.
 */
class ManualTimeTests {

    private final ManualTime time = new ManualTime();

    private final Scheduler scheduler = this.time.create("first");

    private final List<String> runs = new ArrayList<>();

    @Test
    void whenTheTimeIsMovedThenWhatFallsDueRunsInOrderAtItsTime() {
        Instant begin = this.time.now();
        Scheduler other = this.time.create("second");
        this.scheduler.after(Duration.ofSeconds(2), () -> note("second", begin));
        other.after(Duration.ofSeconds(1), () -> {
            note("first", begin);
            this.scheduler.after(Duration.ofSeconds(2), () -> note("third", begin));
        });
        this.scheduler.after(Duration.ofSeconds(6), () -> note("never", begin));
        this.time.advance(Duration.ofSeconds(5));
        assertThat(this.runs).containsExactly("first PT1S", "second PT2S", "third PT3S");
        assertThat(other.now()).isEqualTo(begin.plusSeconds(5)).isEqualTo(this.time.now());
        assertThat(other.nanoTime()).isEqualTo(Duration.ofSeconds(5).toNanos());
    }

    private void note(String what, Instant begin) {
        this.runs.add(what + " " + Duration.between(begin, this.time.now()));
    }

    @Test
    void whenAnActionIsCalledOffOrItsSchedulerIsClosedThenItDoesNotRun() {
        Scheduler other = this.time.create("second");
        this.scheduler.after(Duration.ofSeconds(1), () -> this.runs.add("called off")).cancel();
        other.after(Duration.ofSeconds(1), () -> this.runs.add("closed"));
        other.close();
        other.after(Duration.ofSeconds(1), () -> this.runs.add("too late"));
        this.scheduler.after(Duration.ofSeconds(1), () -> this.runs.add("run"));
        this.time.advance(Duration.ofSeconds(1));
        assertThat(this.runs).containsExactly("run");
    }

}
