package dev.ariadne.autoconfigure;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.ariadne.AccountStatus;
import dev.ariadne.Accounts;
import dev.ariadne.account.AccountLifecycle;
import dev.ariadne.account.AccountObserver;
import dev.ariadne.account.AccountRegistry;
import dev.ariadne.account.AccountRuntimeSettings;
import dev.ariadne.background.BackgroundSettings;
import dev.ariadne.background.BackgroundTaskLifecycle;
import dev.ariadne.background.BackgroundTaskObserver;
import dev.ariadne.background.BackgroundTasks;
import dev.ariadne.background.OnExhausted;
import dev.ariadne.background.RestartSettings;
import dev.ariadne.background.RunInterceptor;
import dev.ariadne.concurrent.SchedulerFactory;
import dev.ariadne.concurrent.SystemScheduler;
import dev.ariadne.concurrent.ThreadMode;
import dev.ariadne.connector.Connector;
import dev.ariadne.connector.mirai.ServerLink;
import dev.ariadne.connector.sandbox.Sandbox;
import dev.ariadne.event.AccountOnlineEvent;
import dev.ariadne.event.ApplicationLaunchedEvent;
import dev.ariadne.event.ListenerIsolatingEventMulticaster;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.context.event.EventListener;
import org.springframework.context.event.SimpleApplicationEventMulticaster;
import org.springframework.modulith.events.config.EventPublicationAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;

class AriadneAutoConfigurationTests {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(AriadneAutoConfiguration.class, BackgroundAutoConfiguration.class,
                MiraiAutoConfiguration.class, SandboxAutoConfiguration.class));

    private final ApplicationContextRunner sandboxRunner = this.runner
        .withPropertyValues("ariadne.accounts.alice.id=10001", "ariadne.accounts.alice.connector=sandbox");

    @Test
    void whenAnAccountIsConfiguredThenItRuns() {
        this.sandboxRunner.run((context) -> {
            Accounts accounts = context.getBean(Accounts.class);
            await().until(() -> accounts.getDefault().status() == AccountStatus.ONLINE);
            assertThat(accounts.get("alice").id()).isEqualTo(10001);
            assertThat(context).hasSingleBean(BackgroundTasks.class).hasSingleBean(Sandbox.class);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = { "ariadne.accounts.alice.connector=sandbox", "ariadne.accounts.alice.connector=${other}",
            "ariadne.accounts.alice.CONNECTOR=sandbox" })
    void whenOneOfSeveralAccountsUsesTheSandboxThenThereIsASandbox(String connector) {
        this.runner
            .withPropertyValues("other=sandbox", "ariadne.accounts[my.bot].id=10002", "ariadne.default-account=alice",
                    "ariadne.accounts[my.bot].mirai.verify-key=connector", "ariadne.accounts.alice.id=10001",
                    "ariadne.accounts[my.bot].mirai.websocket-client.url=http://127.0.0.1:9", connector)
            .run((context) -> assertThat(context).hasSingleBean(Sandbox.class));
    }

    @Test
    void whenAnAccountNamedLikeThePropertyUsesNoSandboxThenThereIsNone() {
        this.runner
            .withPropertyValues("ariadne.accounts.connector.id=10001",
                    "ariadne.accounts.connector.mirai.verify-key=sandbox",
                    "ariadne.accounts.connector.mirai.websocket-client.url=http://127.0.0.1:9")
            .run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(Sandbox.class));
    }

    @Test
    void whenDisabledThenThereIsNothing() {
        this.sandboxRunner.withPropertyValues("ariadne.enabled=false")
            .run((context) -> assertThat(context).doesNotHaveBean(Accounts.class)
                .doesNotHaveBean(AccountLifecycle.class).doesNotHaveBean(BackgroundTaskLifecycle.class)
                .doesNotHaveBean(Sandbox.class).doesNotHaveBean(ListenerIsolatingEventMulticaster.class));
    }

    @Test
    void whenNoAccountIsConfiguredThenTheApplicationStartsAllTheSame() {
        this.runner.run((context) -> {
            assertThat(context).hasNotFailed().doesNotHaveBean(Sandbox.class);
            assertThat(context.getBean(Accounts.class)).isEmpty();
        });
    }

    @Test
    void whenOnlyAKeyIsGivenThenAServerThatIsDownDoesNotStopTheStart() {
        this.runner.withPropertyValues("ariadne.accounts.alice.id=10001", "ariadne.accounts.alice.mirai.verify-key=secret",
                "ariadne.accounts.alice.mirai.websocket-client.url=http://127.0.0.1:9")
            .run((context) -> {
                assertThat(context).hasNotFailed().doesNotHaveBean(Sandbox.class);
                await().until(() -> context.getBean(Accounts.class).getDefault().status() == AccountStatus.OFFLINE);
            });
    }

    @Test
    void whenNothingIsSetThenTheDefaultsAreThoseOfTheContract() {
        this.runner.run((context) -> {
            AccountRuntimeSettings accounts = context.getBean(AccountRuntimeSettings.class);
            assertThat(accounts.connect().timeout()).isEqualTo(Duration.ofSeconds(10));
            assertThat(accounts.connect().initialDelay()).isEqualTo(Duration.ofSeconds(1));
            assertThat(accounts.connect().maxDelay()).isEqualTo(Duration.ofMinutes(1));
            assertThat(accounts.connect().maxAttempts()).isZero();
            assertThat(accounts.connect().heartbeatInterval()).isEqualTo(Duration.ofSeconds(30));
            assertThat(accounts.maxPendingEvents()).isEqualTo(10_000);
            assertThat(accounts.callTimeout()).isEqualTo(Duration.ofSeconds(30));
            assertThat(accounts.keepAlive()).isTrue();
            assertThat(accounts.phase()).isEqualTo(Integer.MAX_VALUE - 512);
            BackgroundSettings background = context.getBean(BackgroundSettings.class);
            assertThat(background.enabled()).isTrue();
            assertThat(background.shutdownTimeout()).isEqualTo(Duration.ofSeconds(20));
            assertThat(background.awaitTimeout()).isEqualTo(Duration.ofSeconds(15));
            assertThat(background.restart()).isEqualTo(RestartSettings.DEFAULTS);
            assertThat(background.phase()).isEqualTo(Integer.MAX_VALUE - 64);
        });
    }

    @Test
    void whenSettingsAreConfiguredThenTheyHold() {
        this.runner
            .withPropertyValues("ariadne.connect.max-attempts=7", "ariadne.dispatch.max-pending=5",
                    "ariadne.background.threads=platform", "ariadne.background.restart.on-exhausted=stop-account",
                    "ariadne.background.restart.max-restarts=3", "ariadne.phase=1", "ariadne.background.phase=2")
            .run((context) -> {
                AccountRuntimeSettings accounts = context.getBean(AccountRuntimeSettings.class);
                assertThat(accounts.connect().maxAttempts()).isEqualTo(7);
                assertThat(accounts.maxPendingEvents()).isEqualTo(5);
                assertThat(accounts.threads()).isEqualTo(ThreadMode.PLATFORM);
                BackgroundSettings background = context.getBean(BackgroundSettings.class);
                assertThat(background.restart().onExhausted()).isEqualTo(OnExhausted.STOP_ACCOUNT);
                assertThat(background.restart().maxRestarts()).isEqualTo(3);
                assertThat(context.getBean(AccountLifecycle.class).getPhase()).isEqualTo(1);
                assertThat(context.getBean(BackgroundTaskLifecycle.class).getPhase()).isEqualTo(2);
            });
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_24)
    void whenVirtualThreadsDoNotPinThenTheyAreTheDefault() {
        this.runner.run((context) -> assertThat(context.getBean(BackgroundSettings.class).threads())
            .isEqualTo(ThreadMode.VIRTUAL));
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_23)
    void whenVirtualThreadsMayPinThenPlatformThreadsAreTheDefault() {
        this.runner.run((context) -> assertThat(context.getBean(BackgroundSettings.class).threads())
            .isEqualTo(ThreadMode.PLATFORM));
    }

    @Test
    void whenTheApplicationHasAMulticasterThenItIsKept() {
        SimpleApplicationEventMulticaster own = new SimpleApplicationEventMulticaster();
        this.sandboxRunner
            .withBean("applicationEventMulticaster", SimpleApplicationEventMulticaster.class, () -> own)
            .run((context) -> assertThat(context.getBean(ApplicationEventMulticaster.class)).isSameAs(own));
    }

    @Test
    void whenSpringModulithBringsItsMulticasterThenThatIsKeptAndAFailingListenerHarmsNoAccount() {
        this.sandboxRunner.withConfiguration(AutoConfigurations.of(EventPublicationAutoConfiguration.class))
            .withBean(FailingListener.class)
            .run((context) -> {
                assertThat(context).hasNotFailed().doesNotHaveBean(ListenerIsolatingEventMulticaster.class);
                await().until(() -> context.getBean(Accounts.class).getDefault().status() == AccountStatus.ONLINE);
                assertThat(context.getBean(FailingListener.class).heard.await(20, TimeUnit.SECONDS)).isTrue();
            });
    }

    static class FailingListener {

        private final CountDownLatch heard = new CountDownLatch(2);

        @EventListener({ ApplicationLaunchedEvent.class, AccountOnlineEvent.class })
        void fail() {
            this.heard.countDown();
            throw new IllegalStateException("on purpose");
        }

    }

    @Test
    void whenTheApplicationHasAccountsAndTasksOfItsOwnThenTheyStandBesideOurs() {
        this.sandboxRunner.withUserConfiguration(OwnAccounts.class).run((context) -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(Accounts.class)).isSameAs(context.getBean("own"));
            assertThat(context.getBean(BackgroundTasks.class)).isSameAs(context.getBean("ownTasks"));
            AccountRegistry ours = context.getBean(AccountRegistry.class);
            await().until(() -> ours.getDefault().status() == AccountStatus.ONLINE);
        });
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnAccounts {

        @Bean
        @Primary
        Accounts own() {
            return mock();
        }

        @Bean
        @Primary
        BackgroundTasks ownTasks() {
            return mock();
        }

    }

    @Test
    void whenAnAccountIsNamedInChineseThenItRunsUnderThatName() {
        this.runner.withPropertyValues("ariadne.accounts[小明].id=10001", "ariadne.accounts[小明].connector=sandbox")
            .run((context) -> {
                Accounts accounts = context.getBean(Accounts.class);
                await().until(() -> accounts.get("小明").status() == AccountStatus.ONLINE);
                context.getBean(Sandbox.class).account("小明").goOffline();
                await().until(() -> accounts.get(10001).status() == AccountStatus.OFFLINE);
            });
    }

    @Test
    void whenContextPropagationAndMetricsAreAbsentThenAccountsRunAllTheSame() {
        this.sandboxRunner.withClassLoader(new FilteredClassLoader("io.micrometer")).run((context) -> {
            assertThat(context).hasNotFailed();
            await().until(() -> context.getBean(Accounts.class).getDefault().status() == AccountStatus.ONLINE);
        });
    }

    @Test
    void whenThereAreTwoContextsThenTheyDoNotMeet() {
        this.sandboxRunner.run((first) -> this.sandboxRunner.run((second) -> {
            Accounts other = second.getBean(Accounts.class);
            assertThat(other.get("alice")).isNotSameAs(first.getBean(Accounts.class).get("alice"));
            other.stop("alice");
            await().until(() -> first.getBean(Accounts.class).get("alice").status() == AccountStatus.ONLINE);
        }));
    }

    @Test
    void whenABeanOfAnyNameTakesThePlaceOfOneOfOursThenItIsUsed() {
        Set<String> threads = ConcurrentHashMap.newKeySet();
        this.sandboxRunner.withBean("ownTime", SchedulerFactory.class, () -> (name) -> {
            threads.add(name);
            return new SystemScheduler(name);
        }).run((context) -> {
            assertThat(context).hasSingleBean(SchedulerFactory.class);
            assertThat(threads).isNotEmpty();
        });
    }

    @Test
    void whenOurBeansNeedEachOtherThenNoOtherBeanIsLookedAt() {
        Set<Class<?>> lookedFor = ConcurrentHashMap.newKeySet();
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory() {

            @Override
            public String[] getBeanNamesForType(@Nullable Class<?> type, boolean includeNonSingletons,
                    boolean allowEagerInit) {
                if (type != null && isConfigurationFrozen() && type.getName().startsWith("dev.ariadne.")) {
                    lookedFor.add(type);
                }
                return super.getBeanNamesForType(type, includeNonSingletons, allowEagerInit);
            }

        };
        new ApplicationContextRunner(() -> new AnnotationConfigApplicationContext(beans))
            .withConfiguration(AutoConfigurations.of(AriadneAutoConfiguration.class, BackgroundAutoConfiguration.class,
                    MiraiAutoConfiguration.class, SandboxAutoConfiguration.class))
            .withPropertyValues("ariadne.accounts.alice.id=10001", "ariadne.accounts.alice.connector=sandbox")
            .run((context) -> assertThat(context).hasNotFailed());
        // Those that there may be none or several of, and the one whose name is Spring Boot's.
        assertThat(lookedFor).containsExactlyInAnyOrder(AriadneProperties.class, Connector.class, AccountObserver.class,
                ServerLink.class, BackgroundTaskObserver.class, RunInterceptor.class);
    }

}
