package dev.ariadne.background;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for tasks with a {@link Trigger}: when their runs begin.
 */
class TriggerTests {

    private static final String EVERY_QUARTER = "0 */15 * * * *";

    private TaskFixture fixture = new TaskFixture();

    private final Script script = new Script();

    @AfterEach
    void stop() {
        this.fixture.close();
    }

    /** Launches a task of the application, which is not spread, unless the scope says otherwise. */
    private BackgroundTaskHandle launch(Trigger trigger, BackgroundScope scope) {
        BackgroundTaskHandle handle = this.fixture.tasks
            .add(BackgroundTaskDefinition.named("poll").task(this.script).scope(scope).trigger(trigger).build());
        this.fixture.accounts.launch("alice");
        this.fixture.lifecycle.start();
        return handle;
    }

    private BackgroundTaskHandle launch(Trigger trigger) {
        return launch(trigger, BackgroundScope.APPLICATION);
    }

    private void advance(String time) {
        this.fixture.scheduler.advance(Duration.parse(time));
    }

    private BackgroundTaskSnapshot snapshot() {
        return this.fixture.tasks.snapshots().get(0);
    }

    /** Lets the run that is under way return, and waits until the next one has been scheduled. */
    private void complete() {
        this.script.complete();
        awaitTimer();
    }

    private void awaitTimer() {
        Awaitility.await().until(() -> this.fixture.scheduler.waiting() == 1);
    }

    private void assertNoRun() {
        assertThat(this.script.begun).isEmpty();
        assertThat(snapshot().state()).isEqualTo(BackgroundTaskState.WAITING);
    }

    @Test
    void whenResumedJustAsTheTimeOfACronHasComeThenItIsNotMissed() {
        BackgroundTaskHandle handle = launch(Trigger.cron(EVERY_QUARTER));
        advance("PT14M50S");
        this.fixture.scheduler.jump(Duration.ofSeconds(20));
        handle.resume();
        advance("PT1M");
        this.script.awaitRun();
    }

    @Test
    void whenDelayIsFixedThenRunsBeginThatLongAfterTheEndOfTheLast() {
        launch(Trigger.fixedDelay(Duration.ofSeconds(10)));
        this.script.awaitRun();
        advance("PT25S");
        assertThat(snapshot().nextRunAt()).isNull();
        complete();
        assertThat(snapshot().state()).isEqualTo(BackgroundTaskState.WAITING);
        assertThat(snapshot().nextRunAt()).isEqualTo(this.fixture.scheduler.now().plusSeconds(10));
        advance("PT9.999S");
        assertNoRun();
        advance("PT0.001S");
        assertThat(this.script.awaitRun().run()).isEqualTo(2);
        assertThat(this.fixture.events).containsExactly("Started alice/poll#1", "Started alice/poll#2");
    }

    @Test
    void whenRateIsFixedAndARunTakesTooLongThenWhatItMissesIsSkipped() {
        launch(Trigger.fixedRate(Duration.ofSeconds(10)));
        this.script.awaitRun();
        advance("PT35S");
        complete();
        assertThat(snapshot().runs()).isEqualTo(1);
        assertThat(this.fixture.scheduler.untilNext()).isEqualTo(Duration.ofSeconds(5));
        advance("PT5S");
        assertThat(this.script.awaitRun().run()).isEqualTo(2);
        complete();
        // The run took no time, and its point of the grid is not used twice.
        assertThat(this.fixture.scheduler.untilNext()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void whenRateIsFixedAndTimePassesBeforeTheTaskBeginsThenTheFirstRunBeginsAtOnceAllTheSame() {
        this.fixture = new TaskFixture(TaskFixture.SETTINGS, (action) -> {
            this.fixture.scheduler.advance(Duration.ofMillis(1));
            return new Thread(action);
        }, "alice");
        this.fixture.tasks.add(BackgroundTaskDefinition.named("before")
            .task(new Script())
            .scope(BackgroundScope.APPLICATION)
            .build());
        launch(Trigger.fixedRate(Duration.ofSeconds(10)));
        this.script.awaitRun();
        complete();
        assertThat(this.fixture.scheduler.untilNext()).isEqualTo(Duration.ofMillis(9998));
    }

    static List<Trigger> triggersWithAnInitialDelay() {
        return List.of(new Trigger.FixedRate(Duration.ofSeconds(10), Duration.ofMinutes(1)),
                new Trigger.FixedDelay(Duration.ofSeconds(10), Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @MethodSource("triggersWithAnInitialDelay")
    void whenThereIsAnInitialDelayThenTheFirstRunWaits(Trigger trigger) {
        launch(trigger);
        assertThat(snapshot().state()).isEqualTo(BackgroundTaskState.WAITING);
        assertThat(snapshot().nextRunAt()).isEqualTo(this.fixture.scheduler.now().plusSeconds(60));
        advance("PT60S");
        this.script.awaitRun();
        complete();
        assertThat(this.fixture.scheduler.untilNext()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void whenTriggerIsACronThenRunsBeginAtItsTimesAndMissedOnesAreSkipped() {
        launch(Trigger.cron(EVERY_QUARTER));
        assertThat(snapshot().nextRunAt()).isEqualTo("2026-01-01T00:15:00Z");
        advance("PT14M59S");
        assertNoRun();
        advance("PT1S");
        this.script.awaitRun();
        advance("PT50M");
        complete();
        assertThat(snapshot().runs()).isEqualTo(1);
        assertThat(snapshot().nextRunAt()).isEqualTo("2026-01-01T01:15:00Z");
    }

    @Test
    void whenClockIsSetBackThenNoTimeHasTwoRuns() {
        launch(Trigger.cron(EVERY_QUARTER));
        advance("PT15M");
        this.script.awaitRun();
        complete();
        this.fixture.scheduler.jump(Duration.ofMinutes(-14));
        advance("PT28M");
        assertNoRun();
        advance("PT1M");
        assertThat(this.fixture.scheduler.now()).isEqualTo("2026-01-01T00:30:00Z");
        assertThat(this.script.awaitRun().run()).isEqualTo(2);
    }

    @Test
    void whenClockIsSetBackByYearsThenTheTaskDoesNotSleepForYears() {
        this.fixture.scheduler.jump(Duration.ofDays(1000));
        launch(Trigger.cron(EVERY_QUARTER));
        advance("PT15M");
        this.script.awaitRun();
        complete();
        this.fixture.scheduler.jump(Duration.ofDays(-1000));
        advance("PT15M");
        assertThat(this.script.awaitRun().run()).isEqualTo(2);
    }

    @Test
    void whenClockIsPutForwardThenWhatWasJumpedOverIsSkipped() {
        launch(Trigger.cron(EVERY_QUARTER));
        advance("PT14M30S");
        this.fixture.scheduler.jump(Duration.ofHours(2).plusMinutes(5));
        advance("PT1M");
        assertNoRun();
        assertThat(snapshot().nextRunAt()).isEqualTo("2026-01-01T02:30:00Z");
        advance("PT9M30S");
        assertThat(this.script.awaitRun().run()).isEqualTo(1);
    }

    @Test
    void whenZoneIsGivenThenTimesAreThoseOfTheZone() {
        launch(new Trigger.Cron("0 0 9 * * *", ZoneId.of("Asia/Shanghai")));
        assertThat(snapshot().nextRunAt()).isEqualTo("2026-01-01T01:00:00Z");
    }

    @Test
    void whenRunFailsThenTheNextOneComesWhenTheTriggerSaysButNotBeforeTheBackOffIsOver() {
        launch(Trigger.fixedRate(Duration.ofMillis(1500)));
        for (String delay : new String[] { "PT1.5S", "PT3S", "PT4.5S" }) {
            this.script.fail(new IllegalStateException("broken"));
            assertThat(this.fixture.event()).startsWith("Started");
            assertThat(this.fixture.event()).startsWith("Failed").endsWith(delay);
            awaitTimer();
            assertThat(snapshot().state()).isEqualTo(BackgroundTaskState.BACKING_OFF);
            advance(delay);
        }
        this.script.fail(new IllegalStateException("broken"));
        assertThat(this.fixture.event()).startsWith("Started");
        assertThat(this.fixture.event()).startsWith("Failed").endsWith("null");
        assertThat(this.fixture.event()).startsWith("Parked");
        assertThat(this.fixture.observed.seen).containsSubsequence("run alice/poll FAILED PT0S",
                "restarted alice/poll", "run alice/poll FAILED PT0S", "parked alice/poll");
    }

    @Test
    void whenRunOfACronFailsThenTimesBeforeTheEndOfTheBackOffAreSkipped() {
        launch(Trigger.cron("* * * * * *"));
        advance("PT1S");
        // The first time that comes after back-offs of 1, 2 and 4 seconds.
        for (String delay : new String[] { "PT2S", "PT3S", "PT5S" }) {
            this.script.fail(new IllegalStateException("broken"));
            assertThat(this.fixture.event()).startsWith("Started");
            assertThat(this.fixture.event()).startsWith("Failed").endsWith(delay);
            awaitTimer();
            advance(delay);
        }
    }

    @Test
    void whenRunSucceedsThenBackOffAndBudgetStartAnew() {
        launch(Trigger.fixedDelay(Duration.ofMillis(1)));
        for (int round = 0; round < 5; round++) {
            this.script.fail(new IllegalStateException("broken"));
            assertThat(this.fixture.event()).startsWith("Started");
            assertThat(this.fixture.event()).startsWith("Failed").endsWith("PT1S");
            awaitTimer();
            advance("PT1S");
            this.script.complete();
            assertThat(this.fixture.event()).startsWith("Started");
            awaitTimer();
            advance("PT0.001S");
        }
    }

    @Test
    void whenPolicyIsNeverThenFailuresDoNotCountAndTheScheduleGoesOn() {
        this.fixture.close();
        this.fixture = new TaskFixture(TaskFixture.restarting(new RestartSettings(RestartPolicy.NEVER,
                Duration.ofHours(1), 1, Duration.ofHours(1), 0, Duration.ofHours(1), 0, Duration.ofHours(1),
                OnExhausted.PARK)), "alice");
        launch(Trigger.fixedRate(Duration.ofSeconds(10)));
        for (int run = 1; run <= 20; run++) {
            this.script.fail(new IllegalStateException("broken"));
            assertThat(this.fixture.event()).isEqualTo("Started alice/poll#" + run);
            assertThat(this.fixture.event()).isEqualTo("Failed alice/poll#" + run + " PT10S");
            awaitTimer();
            advance("PT10S");
        }
    }

    @Test
    void whenTaskIsPausedThenItsRunsAreSkippedUntilItIsResumed() {
        BackgroundTaskHandle handle = launch(Trigger.fixedRate(Duration.ofSeconds(10)));
        this.script.awaitRun();
        complete();
        handle.pause();
        assertThat(this.fixture.scheduler.waiting()).isZero();
        assertThat(snapshot().nextRunAt()).isNull();
        advance("PT25S");
        handle.resume();
        assertNoRun();
        assertThat(this.fixture.scheduler.untilNext()).isEqualTo(Duration.ofSeconds(5));
        advance("PT5S");
        assertThat(this.script.awaitRun().run()).isEqualTo(2);
    }

    @Test
    void whenTaskIsRestartedThenItRunsAtOnceAndTheScheduleGoesOn() {
        BackgroundTaskHandle handle = launch(Trigger.fixedRate(Duration.ofSeconds(10)));
        this.script.awaitRun();
        complete();
        advance("PT4S");
        handle.restart();
        assertThat(this.script.awaitRun().run()).isEqualTo(2);
        handle.restart();
        assertThat(this.script.awaitRun().run()).isEqualTo(3);
        assertThat(this.script.met).hasSize(1);
        complete();
        assertThat(this.fixture.scheduler.untilNext()).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void whenTaskIsCancelledThenItEndsForGood() throws Exception {
        BackgroundTaskHandle handle = launch(Trigger.fixedRate(Duration.ofSeconds(10)));
        this.script.awaitRun();
        complete();
        handle.cancel();
        assertThat(handle.await(Duration.ofSeconds(10))).isTrue();
        assertThat(this.fixture.scheduler.waiting()).isZero();
        assertThat(this.fixture.event()).isEqualTo("Started alice/poll#1");
        assertThat(this.fixture.event()).isEqualTo("Ended alice/poll#1 CANCELLED");
    }

    @Test
    void whenTaskNeedsTheLinkThenItsRunsAreSkippedWhileThereIsNone() {
        launch(Trigger.fixedRate(Duration.ofSeconds(100)), BackgroundScope.CONNECTION);
        advance("PT200S");
        assertNoRun();
        this.fixture.accounts.online("alice");
        awaitTimer();
        assertThat(this.fixture.scheduler.untilNext()).isBetween(Duration.ZERO, Duration.ofSeconds(5));
        advance("PT5S");
        this.script.awaitRun();
        this.fixture.accounts.offline("alice");
        assertThat(TaskFixture.next(this.script.met)).isEqualTo("interrupt");
        Awaitility.await().until(() -> snapshot().state() == BackgroundTaskState.WAITING);
        assertThat(snapshot().nextRunAt()).isNull();
    }

    @Test
    void whenTheLinkComesSoonAfterTheLaunchThenTheFirstRunIsNotSkipped() {
        launch(Trigger.fixedRate(Duration.ofSeconds(100)), BackgroundScope.CONNECTION);
        advance("PT49S");
        this.fixture.accounts.online("alice");
        this.script.awaitRun();
        complete();
        assertThat(this.fixture.scheduler.untilNext()).isBetween(Duration.ofSeconds(51), Duration.ofSeconds(56));
    }

    @ParameterizedTest
    @CsvSource({ "PT100S, PT60S", "PT1H, PT70S" })
    void whenTheLinkComesLateThenTheFirstRunIsSkipped(Duration period, Duration late) {
        launch(Trigger.fixedRate(period), BackgroundScope.CONNECTION);
        this.fixture.scheduler.advance(late);
        this.fixture.accounts.online("alice");
        assertNoRun();
        assertThat(this.fixture.scheduler.untilNext()).isBetween(period.minus(late),
                period.minus(late).plus(Spread.WIDEST));
    }

    @Test
    void whenAHundredAccountsAreLaunchedThenTheirRunsAreSpreadAlwaysAlike() {
        Duration period = Duration.ofMinutes(10);
        assertThat(IntStream.range(0, 100)
            .mapToObj((number) -> Spread.of("account" + number, "poll").within(period))
            .peek((offset) -> assertThat(offset).isBetween(Duration.ZERO, Duration.ofSeconds(5)))
            .map(Duration::toMillis)
            .distinct()
            .count()).isGreaterThan(90);
        assertThat(Spread.of("alice", "poll")).isEqualTo(Spread.of("alice", "poll"));
        assertThat(Spread.of("alice", "poll").within(Duration.ofMillis(100))).isLessThan(Duration.ofMillis(10));
    }

    @Test
    void whenTimesOfACronAreCloseThenTheSpreadIsNotMoreThanATenthOfTheTimeBetween() {
        launch(Trigger.cron("* * * * * *"), BackgroundScope.ACCOUNT);
        Duration offset = Spread.of("alice", "poll").within(Duration.ofSeconds(1));
        assertThat(offset).isBetween(Duration.ofMillis(1), Duration.ofMillis(100));
        assertThat(this.fixture.scheduler.untilNext()).isEqualTo(offset);
    }

    @Test
    void whenSpreadTaskHasACronThenEachTimeHasOneRunLaterByTheSpread() {
        advance("PT1M");
        launch(Trigger.cron(EVERY_QUARTER), BackgroundScope.ACCOUNT);
        Duration offset = Spread.of("alice", "poll").within(Duration.ofMinutes(15));
        assertThat(offset).isPositive();
        advance("PT14M");
        for (int run = 1; run <= 3; run++) {
            assertNoRun();
            this.fixture.scheduler.advance(offset);
            assertThat(this.script.awaitRun().run()).isEqualTo(run);
            complete();
            this.fixture.scheduler.advance(Duration.ofMinutes(15).minus(offset));
        }
    }

}
