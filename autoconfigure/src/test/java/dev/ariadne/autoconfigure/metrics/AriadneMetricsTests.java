package dev.ariadne.autoconfigure.metrics;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import dev.ariadne.Ariadne;
import dev.ariadne.TestAriadne;
import dev.ariadne.background.BackgroundTaskObserver.Outcome;
import dev.ariadne.event.ReceivedEvent;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class AriadneMetricsTests {

    private final MeterRegistry registry = new SimpleMeterRegistry();

    private final AriadneMetrics metrics = new AriadneMetrics((ariadne) -> 3);

    private final Ariadne alice = new TestAriadne("alice", 10001);

    private final Ariadne bob = new TestAriadne("bob", 10002);

    @Test
    void whenAccountsExistBeforeTheRegistryThenTheyAreCountedAllTheSame() {
        this.metrics.added(this.alice);
        this.metrics.bindTo(this.registry);
        this.metrics.connected(this.alice);
        assertThat(this.registry.get("ariadne.connects").tag("account", "alice").counter().count()).isEqualTo(1);
        assertThat(this.registry.get("ariadne.background.active").tag("account", "alice").gauge().value()).isEqualTo(3);
    }

    @Test
    void whenThingsHappenThenTheyAreCountedByAccount() {
        start();
        ReceivedEvent event = mock(ReceivedEvent.class);
        given(event.type()).willReturn("GroupMessage");
        this.metrics.received(this.alice, event);
        this.metrics.received(this.alice, event);
        this.metrics.dropped(this.alice, event);
        this.metrics.rejected(this.bob);
        this.metrics.connectFailed(this.bob);
        this.metrics.called(this.alice, "sendGroupMessage", "success", Duration.ofMillis(20));
        assertThat(count("ariadne.events", "account", "alice", "type", "GroupMessage")).isEqualTo(2);
        assertThat(count("ariadne.events.dropped", "account", "alice")).isEqualTo(1);
        assertThat(count("ariadne.events.rejected", "account", "bob")).isEqualTo(1);
        assertThat(count("ariadne.events.rejected", "account", "alice")).isZero();
        assertThat(count("ariadne.connect.failures", "account", "bob")).isEqualTo(1);
        Timer calls = this.registry.get("ariadne.calls")
            .tags("account", "alice", "command", "sendGroupMessage", "outcome", "success").timer();
        assertThat(calls.count()).isEqualTo(1);
        assertThat(calls.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(20);
    }

    @Test
    void whenTasksRunThenTheirEndsAreMeasured() {
        start();
        this.metrics.runEnded(this.alice, "feed.poll", Outcome.FAILED, Duration.ofSeconds(2));
        this.metrics.restarted(this.alice, "feed.poll");
        this.metrics.parked(this.alice, "feed.poll");
        this.metrics.unstopped(this.alice, "feed.poll");
        this.metrics.stuck(this.alice, "feed.poll");
        assertThat(this.registry.get("ariadne.background.runs")
            .tags("account", "alice", "task", "feed.poll", "outcome", "failed").timer().count()).isEqualTo(1);
        for (String name : new String[] { "restarts", "parked", "unstopped", "stuck" }) {
            assertThat(count("ariadne.background." + name, "account", "alice", "task", "feed.poll")).as(name)
                .isEqualTo(1);
        }
    }

    @Test
    void whenAnAccountIsRemovedThenNothingOfItIsLeftAndNothingComesBack() {
        start();
        Timer.builder("ariadne.background.run").tag("account", "alice").register(this.registry);
        this.metrics.called(this.alice, "recall", "success", Duration.ofMillis(1));
        this.metrics.restarted(this.alice, "feed.poll");
        this.metrics.removed(this.alice);
        this.metrics.connected(this.alice);
        this.metrics.runEnded(this.alice, "feed.poll", Outcome.COMPLETED, Duration.ZERO);
        assertThat(this.registry.getMeters()).isNotEmpty()
            .allSatisfy((meter) -> assertThat(meter.getId().getTag("account")).isEqualTo("bob"));
    }

    @Test
    void whenARegistryAddsTagsOfItsOwnThenAnAccountIsRemovedAllTheSame() {
        this.registry.config().commonTags("region", "north").meterFilter(MeterFilter.ignoreTags("command"));
        start();
        this.metrics.called(this.alice, "recall", "success", Duration.ofMillis(1));
        this.metrics.removed(this.alice);
        this.metrics.removed(this.bob);
        assertThat(this.registry.getMeters()).isEmpty();
    }

    @Test
    void whenAnAccountComesBackBeforeItIsForgottenThenTheNewOneIsCounted() {
        start();
        Ariadne next = new TestAriadne("alice", 10009);
        this.metrics.added(next);
        this.metrics.removed(this.alice);
        this.metrics.connected(next);
        assertThat(count("ariadne.connects", "account", "alice")).isEqualTo(1);
    }

    @Test
    void whenAProgramMakesUpNamesThenTheyDoNotBecomeTagsWithoutBound() {
        start();
        IntStream.range(0, 10_000).forEach((number) -> this.metrics.runEnded(this.alice, "job-" + number,
                Outcome.COMPLETED, Duration.ZERO));
        assertThat(this.registry.find("ariadne.background.runs").meters()).hasSizeLessThan(250)
            .extracting(Meter::getId).extracting((id) -> id.getTag("task")).contains("job-0", BoundedNames.OTHER);
        assertThat(this.registry.find("ariadne.background.runs").timers().stream().mapToLong(Timer::count).sum())
            .isEqualTo(10_000);
    }

    @Test
    void whenAProgramMakesUpCommandsThenTheyDoNotBecomeTagsWithoutBound() {
        start();
        IntStream.range(0, 1000).forEach((number) -> this.metrics.called(this.alice, "command" + number, "success",
                Duration.ZERO));
        assertThat(this.registry.find("ariadne.calls").meters()).hasSizeLessThan(250)
            .extracting(Meter::getId).extracting((id) -> id.getTag("command")).contains("command0", BoundedNames.OTHER);
    }

    private void start() {
        this.metrics.added(this.alice);
        this.metrics.added(this.bob);
        this.metrics.bindTo(this.registry);
    }

    private double count(String name, String... tags) {
        return this.registry.get(name).tags(tags).counter().count();
    }

}
