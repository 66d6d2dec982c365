package dev.ariadne.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import dev.ariadne.Ariadne;
import dev.ariadne.background.AriadneBackground;
import dev.ariadne.background.BackgroundContext;
import dev.ariadne.background.BackgroundSettings;
import dev.ariadne.background.BackgroundTaskObserver;
import dev.ariadne.background.BackgroundTasks;
import dev.ariadne.background.OnExhausted;
import dev.ariadne.background.Restart;
import dev.ariadne.background.RestartPolicy;
import dev.ariadne.background.RunInterceptor;
import dev.ariadne.background.TaskOverrides;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@code ariadne.background.tasks} and the settings in annotations, in a whole application.
 */
class TaskPropertiesTests {

    private static final String POLL = "ariadne.background.tasks[poller.poll].";

    private static final BlockingQueue<String> calls = new LinkedBlockingQueue<>();

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(AriadneAutoConfiguration.class, BackgroundAutoConfiguration.class,
                MiraiAutoConfiguration.class, SandboxAutoConfiguration.class))
        .withPropertyValues("ariadne.accounts.alice.id=1", "ariadne.accounts.alice.connector=sandbox",
                "ariadne.accounts.bob.id=2", "ariadne.accounts.bob.connector=sandbox", "ariadne.default-account=alice",
                "ariadne.keep-alive=false");

    @BeforeEach
    void clear() {
        calls.clear();
    }

    private static String call() throws InterruptedException {
        return String.valueOf(calls.poll(20, TimeUnit.SECONDS));
    }

    static class Poller {

        @AriadneBackground(accounts = "alice", fixedDelay = "${delay:PT0.001S}", initialDelay = "0s",
                restart = @Restart(policy = RestartPolicy.NEVER, maxDelay = "PT2M"), stuckAfter = "5m")
        void poll(Ariadne ariadne, BackgroundContext context) {
            calls.add(ariadne.name() + context.run());
            if (context.run() == 1) {
                throw new IllegalStateException("broken");
            }
        }

    }

    @Test
    void whenTaskHasATriggerThenItRunsAgainAndAgainAlsoAfterAFailure() {
        this.runner.withBean("poller", Poller.class).run((context) -> {
            assertThat(call()).isEqualTo("alice1");
            assertThat(call()).isEqualTo("alice2");
            assertThat(call()).isEqualTo("alice3");
        });
    }

    @Test
    void whenAccountsAreConfiguredThenTheTaskRunsForThose() {
        this.runner.withBean("poller", Poller.class)
            .withPropertyValues(POLL + "accounts=bob", POLL + "fixed-rate=1h", POLL + "trigger-initial-delay=1ms")
            .run((context) -> assertThat(call()).isEqualTo("bob1"));
    }

    @Test
    void whenATaskIsOffByItsCronThenThatOfTheConfigurationTurnsItOn() {
        this.runner.withBean("reporter", Reporter.class)
            .withPropertyValues("ariadne.background.tasks[reporter.report].cron=* * * * * *")
            .run((context) -> assertThat(call()).isEqualTo("report"));
    }

    static class Reporter {

        @AriadneBackground(accounts = "alice", cron = "${report.cron:-}")
        void report() {
            calls.add("report");
        }

    }

    @Test
    void whenKeysAreSetThenAllOfThemArrive() {
        this.runner.withBean("poller", Poller.class)
            .withPropertyValues(POLL + "enabled=false", POLL + "scope=connection", POLL + "on-stop=await",
                    POLL + "policy=on-failure", POLL + "initial-delay=10s", POLL + "multiplier=3",
                    POLL + "max-delay=PT3M", POLL + "jitter=0.5", POLL + "reset-after=2m", POLL + "max-restarts=3",
                    POLL + "window=10m", POLL + "on-exhausted=stop-application", POLL + "cron=0 0 9 * * *",
                    POLL + "zone=Asia/Shanghai", POLL + "stuck-after=90s", POLL + "restart-when-stuck=true")
            .run((context) -> {
                TaskOverrides task = context.getBean(BackgroundSettings.class).tasks().get("poller.poll");
                assertThat(task).isNotNull();
                assertThat(task.restart().policy()).isEqualTo(RestartPolicy.ON_FAILURE);
                assertThat(task.restart().initialDelay()).isEqualTo(Duration.ofSeconds(10));
                assertThat(task.restart().maxRestarts()).isEqualTo(3);
                assertThat(task.restart().onExhausted()).isEqualTo(OnExhausted.STOP_APPLICATION);
                assertThat(task.trigger().cron()).isEqualTo("0 0 9 * * *");
                assertThat(task.stuckAfter()).isEqualTo(Duration.ofSeconds(90));
                assertThat(calls).isEmpty();
            });
    }

    static Stream<Arguments> wrong() {
        return Stream.of(arguments(POLL + "accounts", List.of(POLL + "accounts=carol"), "carol"),
                arguments(POLL + "cron", List.of(POLL + "cron=often"), "often"),
                arguments(POLL + "fixed-rate", List.of(POLL + "fixed-rate=0s"), "longer than nothing"),
                arguments("ariadne.background.tasks[poller.poll]", List.of(POLL + "fixed-rate=1s",
                        POLL + "fixed-delay=1s"), "More than one"),
                arguments("ariadne.background.tasks[poler]", List.of("ariadne.background.tasks.poler.max-restarts=3"),
                        "there are poller.poll"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whenTaskIsConfiguredWronglyThenTheStartFailsAndNamesTheKey(String key, List<String> properties,
            String description) {
        this.runner.withBean("poller", Poller.class)
            .withPropertyValues(properties.toArray(String[]::new))
            .run((context) -> {
                assertThat(context).hasFailed();
                FailureAnalysis analysis = analyze(context.getStartupFailure());
                assertThat(analysis.getDescription()).contains(key + ": ").contains(description);
                assertThat(analysis.getAction()).contains(key + ": ");
            });
    }

    @Test
    void whenDurationInAnnotationIsWrongThenTheMethodIsNamed() {
        this.runner.withBean("poller", Poller.class)
            .withPropertyValues("delay=soon")
            .run((context) -> assertThat(analyze(context.getStartupFailure()).getDescription())
                .contains("Poller.poll(Ariadne, BackgroundContext)", "fixed-delay is 'soon'"));
    }

    private static FailureAnalysis analyze(@Nullable Throwable failure) {
        Throwable found = Objects.requireNonNull(failure);
        return Stream
            .<FailureAnalyzer>of(new InvalidConfigurationFailureAnalyzer(), new InvalidTaskSettingFailureAnalyzer(),
                    new InvalidBackgroundTaskFailureAnalyzer())
            .flatMap((analyzer) -> Stream.ofNullable(analyzer.analyze(found)))
            .findFirst()
            .orElseThrow();
    }

    @Configuration(proxyBeanMethods = false)
    static class AddsByCode {

        AddsByCode(BackgroundTasks tasks) {
            tasks.add("added", (context) -> calls.add("added"));
        }

        @Bean
        BackgroundTaskObserver failing() {
            return new BackgroundTaskObserver() {

                @Override
                public void runEnded(Ariadne ariadne, String task, Outcome outcome, Duration duration) {
                    calls.add(task + " " + outcome);
                    throw new IllegalStateException("an observer that fails");
                }

            };
        }

        @Bean
        RunInterceptor interceptor() {
            return (ariadne, task, run, work) -> {
                calls.add("before");
                work.run();
                calls.add("after");
            };
        }

    }

    @Test
    void whenBeansAddTasksThenThoseMayBeConfiguredAndObserved() {
        this.runner.withUserConfiguration(AddsByCode.class)
            .withPropertyValues("ariadne.background.tasks.added.accounts=2")
            .run((context) -> {
                assertThat(call()).isEqualTo("before");
                assertThat(call()).isEqualTo("added");
                assertThat(call()).isEqualTo("after");
                assertThat(call()).isEqualTo("added COMPLETED");
            });
    }

}
