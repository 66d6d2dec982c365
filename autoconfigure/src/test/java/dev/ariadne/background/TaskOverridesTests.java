package dev.ariadne.background;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for what the configuration says about single tasks: {@link TaskOverrides} and {@link TaskPlanner}.
 */
class TaskOverridesTests {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private static BackgroundTaskDefinition.Builder poll() {
        return BackgroundTaskDefinition.named("poll").task((context) -> {
        });
    }

    private static BackgroundTaskDefinition plan(BackgroundTaskDefinition.Builder definition, TaskOverrides overrides) {
        BackgroundSettings settings = new BackgroundSettings(true, TaskFixture.SETTINGS.threads(), Duration.ofSeconds(1),
                Duration.ofSeconds(1), TaskFixture.RESTART, 0, Map.of("poll", overrides));
        return new TaskPlanner(new FakeAccounts("alice", "bob"), settings).plan(definition.build());
    }

    private static TaskOverrides restart(RestartOverrides restart) {
        return new TaskOverrides(null, null, null, null, restart, TriggerOverrides.NONE, null, null);
    }

    private static TaskOverrides trigger(@Nullable Duration delay, @Nullable Duration rate, @Nullable String cron,
            @Nullable String zone, @Nullable Duration initialDelay) {
        return new TaskOverrides(null, null, null, null, RestartOverrides.NONE,
                new TriggerOverrides(delay, rate, cron, zone, initialDelay), null, null);
    }

    private static TaskOverrides accounts(String... accounts) {
        return new TaskOverrides(null, List.of(accounts), null, null, RestartOverrides.NONE, TriggerOverrides.NONE,
                null, null);
    }

    private static TaskOverrides stuck(Duration stuckAfter, @Nullable Boolean restart) {
        return new TaskOverrides(null, null, null, null, RestartOverrides.NONE, TriggerOverrides.NONE, stuckAfter,
                restart);
    }

    @Test
    void whenBothSaySomethingThenTheConfigurationWinsAndTheRestIsAsForAllTasks() {
        RestartOverrides ofDefinition = new RestartOverrides(RestartPolicy.NEVER, SECOND, null, null, null, null, 7,
                null, null);
        RestartOverrides ofConfiguration = new RestartOverrides(null, null, null, null, null, null, 3, null,
                OnExhausted.STOP_ACCOUNT);
        assertThat(plan(poll().restart(ofDefinition), restart(ofConfiguration)).restart().applyTo(TaskFixture.RESTART))
            .isEqualTo(new RestartSettings(RestartPolicy.NEVER, SECOND, TaskFixture.RESTART.multiplier(),
                    TaskFixture.RESTART.maxDelay(), TaskFixture.RESTART.jitter(), TaskFixture.RESTART.resetAfter(), 3,
                    TaskFixture.RESTART.window(), OnExhausted.STOP_ACCOUNT));
    }

    @Test
    void whenConfigurationSaysEverythingElseThenThatIsSo() {
        TaskOverrides all = new TaskOverrides(false, List.of("10002"), BackgroundScope.CONNECTION, OnStop.AWAIT,
                RestartOverrides.NONE, TriggerOverrides.NONE, SECOND, true);
        BackgroundTaskDefinition definition = plan(poll().accounts("alice"), all);
        assertThat(definition.enabled()).isFalse();
        assertThat(definition.accounts()).containsExactly("10002");
        assertThat(definition.scope()).isEqualTo(BackgroundScope.CONNECTION);
        assertThat(definition.onStop()).isEqualTo(OnStop.AWAIT);
        assertThat(definition.stuckAfter()).isEqualTo(SECOND);
        assertThat(definition.restartWhenStuck()).isTrue();
        assertThat(plan(poll().stuckAfter(SECOND), stuck(Duration.ZERO, false)).stuckAfter()).isNull();
        Duration longest = Duration.ofDays(36_500);
        assertThat(plan(poll(), stuck(longest, false)).stuckAfter()).isEqualTo(longest);
    }

    @Test
    void whenTriggersAreOverriddenThenWhatIsNotSaidIsKept() {
        Trigger rate = new Trigger.FixedRate(SECOND, Duration.ofSeconds(2));
        Trigger cron = new Trigger.Cron("0 0 9 * * *", ZoneId.of("UTC"));
        assertTrigger(rate, trigger(null, null, null, null, null), rate);
        assertTrigger(rate, trigger(SECOND, null, null, null, null),
                new Trigger.FixedDelay(SECOND, Duration.ofSeconds(2)));
        assertTrigger(rate, trigger(null, null, null, null, SECOND), new Trigger.FixedRate(SECOND, SECOND));
        assertTrigger(rate, trigger(null, null, "0 0 9 * * *", "UTC", null), cron);
        assertTrigger(cron, trigger(null, null, "0 0 8 * * *", null, null),
                new Trigger.Cron("0 0 8 * * *", ZoneId.of("UTC")));
        assertTrigger(cron, trigger(null, null, null, "Asia/Shanghai", null),
                new Trigger.Cron("0 0 9 * * *", ZoneId.of("Asia/Shanghai")));
        assertTrigger(cron, trigger(null, SECOND, null, null, null), Trigger.fixedRate(SECOND));
        assertTrigger(null, trigger(SECOND, null, null, null, null), Trigger.fixedDelay(SECOND));
        assertThat(plan(poll().trigger(cron), trigger(null, null, "-", null, null)).enabled()).isFalse();
    }

    @Test
    void whenATaskIsOffByItsCronThenATriggerOfTheConfigurationTurnsItOn() {
        BackgroundTaskDefinition.Builder off = offByCron();
        assertOn(plan(off, trigger(null, null, "0 0 9 * * *", null, null)),
                new Trigger.Cron("0 0 9 * * *", ZoneId.of("Asia/Shanghai")));
        assertOn(plan(off, trigger(null, null, "0 0 9 * * *", "UTC", null)),
                new Trigger.Cron("0 0 9 * * *", ZoneId.of("UTC")));
        assertOn(plan(off, trigger(SECOND, null, null, null, null)), Trigger.fixedDelay(SECOND));
        assertOn(plan(off, trigger(null, SECOND, null, null, SECOND)), new Trigger.FixedRate(SECOND, SECOND));
        assertThat(plan(off, trigger(null, null, "-", null, null)).enabled()).isFalse();
        assertThat(plan(off, trigger(null, null, null, "UTC", null)).enabled()).isFalse();
        assertThat(plan(off, accounts("alice")).enabled()).isFalse();
        assertThat(plan(off, new TaskOverrides(false, null, null, null, RestartOverrides.NONE,
                new TriggerOverrides(SECOND, null, null, null, null), null, null)).enabled()).isFalse();
    }

    @Test
    void whenATaskIsOffByItsCronThenItCannotBeEnabledWithoutATrigger() {
        assertWrong("ariadne.background.tasks[poll].enabled", () -> plan(offByCron(), new TaskOverrides(true, null,
                null, null, RestartOverrides.NONE, TriggerOverrides.NONE, null, null)));
    }

    private static BackgroundTaskDefinition.Builder offByCron() {
        AriadneBackground annotation = Objects.requireNonNull(OffByCron.class.getAnnotation(AriadneBackground.class));
        BackgroundTask nothing = (context) -> {
        };
        return new AnnotatedDefinition(new DefaultListableBeanFactory(), annotation).read("poll", (launch) -> nothing)
            .toBuilder();
    }

    private static void assertOn(BackgroundTaskDefinition definition, Trigger expected) {
        assertThat(definition.enabled()).isTrue();
        assertThat(definition.trigger()).isEqualTo(expected);
    }

    @AriadneBackground(cron = "-", zone = "Asia/Shanghai")
    interface OffByCron {

    }

    @Test
    void whenConfigurationLetsNoRunBeStuckThenNoneIsRestartedForThat() {
        BackgroundTaskDefinition definition = plan(poll().stuckAfter(SECOND).restartWhenStuck(true),
                stuck(Duration.ZERO, null));
        assertThat(definition.stuckAfter()).isNull();
        assertThat(definition.restartWhenStuck()).isFalse();
    }

    private static void assertTrigger(@Nullable Trigger defined, TaskOverrides overrides, Trigger expected) {
        assertThat(plan(poll().trigger(defined), overrides).trigger()).isEqualTo(expected);
    }

    @Test
    void whenConfigurationIsWrongThenTheKeyIsNamed() {
        assertWrong("ariadne.background.tasks[poll]", () -> plan(poll(), trigger(SECOND, SECOND, null, null, null)));
        assertWrong("ariadne.background.tasks[poll].cron", () -> plan(poll(), trigger(null, null, "never", null, null)));
        assertWrong("ariadne.background.tasks[poll].cron",
                () -> plan(poll(), trigger(null, null, "0 0 0 30 2 *", null, null)));
        assertWrong("ariadne.background.tasks[poll].zone",
                () -> plan(poll(), trigger(null, null, "0 0 9 * * *", "Mars", null)));
        assertWrong("ariadne.background.tasks[poll].zone", () -> plan(poll(), trigger(null, SECOND, null, "UTC", null)));
        assertWrong("ariadne.background.tasks[poll].fixed-delay",
                () -> plan(poll(), trigger(Duration.ZERO, null, null, null, null)));
        assertWrong("ariadne.background.tasks[poll].fixed-rate",
                () -> plan(poll(), trigger(null, SECOND.negated(), null, null, null)));
        assertWrong("ariadne.background.tasks[poll].trigger-initial-delay",
                () -> plan(poll(), trigger(null, null, null, null, SECOND)));
        assertWrong("ariadne.background.tasks[poll].accounts", () -> plan(poll(), accounts("carol")));
        assertWrong("ariadne.background.tasks[poll].accounts",
                () -> plan(poll().scope(BackgroundScope.APPLICATION), accounts("alice")));
        assertWrong("ariadne.background.tasks[poll].stuck-after", () -> plan(poll(), stuck(SECOND.negated(), false)));
        assertWrong("ariadne.background.tasks[poll].stuck-after",
                () -> plan(poll(), stuck(Duration.ofDays(36_501), false)));
        assertWrong("ariadne.background.tasks[poll].restart-when-stuck",
                () -> plan(poll(), stuck(Duration.ZERO, true)));
        assertWrong("ariadne.background.tasks[poll].max-delay", () -> plan(poll(),
                restart(new RestartOverrides(null, null, null, Duration.ZERO, null, null, null, null, null))));
    }

    private static void assertWrong(String key, ThrowingCallable start) {
        assertThatExceptionOfType(InvalidTaskSettingException.class).isThrownBy(start)
            .satisfies((failure) -> assertThat(failure.getKey()).isEqualTo(key))
            .satisfies((failure) -> assertThat(failure.getMend()).isNotBlank());
    }

    @Test
    void whenDefinitionIsWrongThenTheConfigurationIsNotBlamedAndMayMendIt() {
        assertThatExceptionOfType(InvalidDefinitionException.class)
            .isThrownBy(() -> plan(poll().accounts("carol"), TaskOverrides.NONE));
        assertThat(plan(poll().accounts("carol"), accounts("alice")).accounts()).containsExactly("alice");
    }

    @ParameterizedTest
    @ValueSource(longs = { 0, -1 })
    void whenTriggerIsNotLongerThanNothingThenItIsRefused(long nanos) {
        assertThatIllegalArgumentException().isThrownBy(() -> Trigger.fixedDelay(Duration.ofNanos(nanos)))
            .withMessageStartingWith("fixed-delay must");
        assertThatIllegalArgumentException().isThrownBy(() -> Trigger.fixedRate(Duration.ofNanos(nanos)))
            .withMessageStartingWith("fixed-rate must");
    }

    @Test
    void whenInitialDelayIsNegativeOrForEverThenItIsRefused() {
        Duration longest = Duration.ofDays(36_500);
        for (Duration delay : List.of(Duration.ofNanos(-1), longest.plusNanos(1))) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Trigger.FixedDelay(SECOND, delay))
                .withMessageStartingWith("trigger-initial-delay must");
            assertThatIllegalArgumentException().isThrownBy(() -> new Trigger.FixedRate(SECOND, delay))
                .withMessageStartingWith("trigger-initial-delay must");
        }
        assertThat(new Trigger.FixedRate(longest, longest).initialDelay()).isEqualTo(longest);
        assertThatIllegalArgumentException().isThrownBy(() -> Trigger.fixedDelay(longest.plusNanos(1)))
            .withMessageStartingWith("fixed-delay must");
    }

    @Test
    void whenTaskIsNotEnabledThenItIsNeitherRunNorWaitedFor() throws Exception {
        try (TaskFixture fixture = new TaskFixture()) {
            Script script = new Script();
            BackgroundTaskHandle handle = fixture.tasks.add(poll().task(script).enabled(false).build());
            fixture.lifecycle.start();
            fixture.accounts.launch("alice");
            assertThat(handle.states()).isEmpty();
            assertThat(handle.await(Duration.ZERO)).isTrue();
            assertThat(fixture.events).isEmpty();
        }
    }

    @Test
    void whenTaskOfOneAccountIsParkedThenItsSiblingsRunOn() {
        try (TaskFixture fixture = new TaskFixture()) {
            RestartSettings once = RestartOverrides.NONE.applyTo(new RestartSettings(RestartPolicy.ON_FAILURE, SECOND, 1,
                    SECOND, 0, SECOND, 0, SECOND, OnExhausted.PARK));
            BackgroundTaskHandle handle = fixture.tasks.add(poll().restart(once).task((context) -> {
                if (context.ariadne().name().equals("alice")) {
                    throw new IllegalStateException("broken");
                }
                context.sleep(Duration.ofDays(1));
            }).build());
            fixture.lifecycle.start();
            fixture.accounts.launch("bob");
            fixture.accounts.launch("alice");
            assertThat(fixture.observed.seen).satisfies((seen) -> {
                assertThat(TaskFixture.next(fixture.observed.seen)).startsWith("run alice/poll FAILED");
                assertThat(TaskFixture.next(fixture.observed.seen)).isEqualTo("parked alice/poll");
            });
            assertThat(handle.states()).containsEntry("alice", BackgroundTaskState.PARKED)
                .containsEntry("bob", BackgroundTaskState.RUNNING);
        }
    }

}
