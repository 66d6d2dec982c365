package dev.ariadne.autoconfigure.metrics;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.ariadne.Ariadne;
import dev.ariadne.TestAriadne;
import dev.ariadne.autoconfigure.AriadneAutoConfiguration;
import dev.ariadne.autoconfigure.BackgroundAutoConfiguration;
import dev.ariadne.autoconfigure.SandboxAutoConfiguration;
import dev.ariadne.background.BackgroundTaskHandle;
import dev.ariadne.background.BackgroundTaskState;
import dev.ariadne.background.BackgroundTasks;
import dev.ariadne.background.RunInterceptor.Work;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class ObservedRunsTests {

    private final Ariadne alice = new TestAriadne("alice", 10001);

    private final ObservationRegistry registry = ObservationRegistry.create();

    private final List<Observation.Context> ended = new CopyOnWriteArrayList<>();

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
    void whenATaskIsRemovedThenItsRunIsCancelled() {
        new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(AriadneAutoConfiguration.class, BackgroundAutoConfiguration.class,
                    SandboxAutoConfiguration.class, AriadneObservationAutoConfiguration.class))
            .withPropertyValues("ariadne.accounts.alice.id=10001", "ariadne.accounts.alice.connector=sandbox")
            .withBean(ObservationRegistry.class, () -> this.registry)
            .run((context) -> {
                BackgroundTasks tasks = context.getBean(BackgroundTasks.class);
                BackgroundTaskHandle handle = tasks.add("greeter", (run) -> run.sleep(Duration.ofDays(1)));
                await().until(() -> handle.state() == BackgroundTaskState.RUNNING);
                tasks.remove("greeter");
                await().until(() -> this.ended.size() == 1);
            });
        assertThat(value(onlyOne(), "outcome")).isEqualTo("cancelled");
        assertThat(onlyOne().getError()).isNull();
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
