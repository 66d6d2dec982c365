package dev.ariadne.autoconfigure.metrics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import dev.ariadne.Ariadne;
import dev.ariadne.TestAriadne;
import dev.ariadne.background.RunInterceptor.Work;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ObservedRunsTests {

    private final Ariadne alice = new TestAriadne("alice", 10001);

    private final ObservationRegistry registry = ObservationRegistry.create();

    private final List<Observation.Context> ended = new ArrayList<>();

    private boolean toldToStop;

    private final ObservedRuns runs = new ObservedRuns(() -> this.registry, () -> null,
            (ariadne, task) -> this.toldToStop);

    ObservedRunsTests() {
        this.registry.observationConfig().observationHandler(new ObservationHandler<>() {

            @Override
            public void onStop(Observation.Context context) {
                ObservedRunsTests.this.ended.add(context);
            }

            @Override
            public boolean supportsContext(Observation.Context context) {
                return true;
            }

        });
    }

    @Test
    void whenARunReturnsThenItIsCompleted() throws Exception {
        run(() -> assertThat(this.registry.getCurrentObservation()).isNotNull());
        Observation.Context context = onlyOne();
        assertThat(context.getName()).isEqualTo("ariadne.background.run");
        assertThat(value(context, "account")).isEqualTo("alice");
        assertThat(value(context, "task")).isEqualTo("feed.poll");
        assertThat(value(context, "outcome")).isEqualTo("completed");
        assertThat(context.getError()).isNull();
        assertThat(this.registry.getCurrentObservation()).isNull();
    }

    @Test
    void whenARunThrowsThenThatIsItsErrorAndGoesOn() {
        IOException failure = new IOException("gone");
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> run(() -> {
            throw failure;
        })).isSameAs(failure);
        assertThat(value(onlyOne(), "outcome")).isEqualTo("failed");
        assertThat(onlyOne().getError()).isSameAs(failure);
    }

    @Test
    void whenARunIsInterruptedThoughNobodyAskedThenItHasFailed() {
        assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> run(() -> {
            throw new InterruptedException();
        }));
        assertThat(value(onlyOne(), "outcome")).isEqualTo("failed");
    }

    @Test
    void whenARunEndsBecauseItWasToldToThenItIsCancelledWithoutError() {
        this.toldToStop = true;
        assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> run(() -> {
            throw new InterruptedException();
        }));
        assertThat(value(onlyOne(), "outcome")).isEqualTo("cancelled");
        assertThat(onlyOne().getError()).isNull();
    }

    private void run(Work work) throws Exception {
        this.runs.run(this.alice, "feed.poll", 1, work);
    }

    private Observation.Context onlyOne() {
        assertThat(this.ended).hasSize(1);
        return this.ended.get(0);
    }

    private static String value(Observation.Context context, String key) {
        return context.getLowCardinalityKeyValues().stream().filter((pair) -> pair.getKey().equals(key))
            .findFirst().orElseThrow().getValue();
    }

}
