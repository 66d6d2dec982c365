package dev.ariadne.habits;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import dev.ariadne.AccountStatus;
import dev.ariadne.autoconfigure.AriadneAutoConfiguration;
import dev.ariadne.autoconfigure.BackgroundAutoConfiguration;
import dev.ariadne.autoconfigure.MiraiAutoConfiguration;
import dev.ariadne.autoconfigure.SandboxAutoConfiguration;
import dev.ariadne.background.AriadneBackground;
import dev.ariadne.background.BackgroundContext;
import dev.ariadne.background.BackgroundTask;
import dev.ariadne.background.BackgroundTaskRegistry;
import dev.ariadne.background.BackgroundTaskState;
import dev.ariadne.background.InvalidBackgroundTaskException;
import dev.ariadne.test.AriadneProbe;
import org.aopalliance.intercept.MethodInterceptor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.cloud.context.config.annotation.RefreshScope;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What applications do with their beans and contexts, and what becomes of background tasks then.
 */
class SpringHabitsTests {

    private static final BlockingQueue<String> said = new LinkedBlockingQueue<>();

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(AriadneAutoConfiguration.class, BackgroundAutoConfiguration.class,
                MiraiAutoConfiguration.class, SandboxAutoConfiguration.class))
        .withBean(AriadneProbe.class)
        .withPropertyValues("ariadne.accounts.alice.id=10001", "ariadne.accounts.alice.connector=sandbox");

    @BeforeEach
    void clear() {
        said.clear();
    }

    private static String next() throws InterruptedException {
        return String.valueOf(said.poll(10, TimeUnit.SECONDS));
    }

    private static void waitForTheEnd(BackgroundContext context) throws InterruptedException {
        while (context.isActive()) {
            context.sleep(Duration.ofHours(1));
        }
    }

    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whenTheScopeIsRefreshedThenARunGoesOnAndTheNextOneHasTheNewBean() {
        this.runner.withUserConfiguration(Refreshable.class)
            .withBean(org.springframework.cloud.context.scope.refresh.RefreshScope.class)
            .run((context) -> {
                String first = next();
                // Returns, although the run that began with the old bean is under way.
                context.getBean(org.springframework.cloud.context.scope.refresh.RefreshScope.class).refreshAll();
                AriadneProbe probe = context.getBean(AriadneProbe.class);
                probe.awaitTask("alice", "poller.poll", BackgroundTaskState.RUNNING);
                assertThat(said).isEmpty();
                context.getBean(BackgroundTaskRegistry.class).get("poller.poll").restart();
                assertThat(next()).startsWith("poll with ").isNotEqualTo(first);
            });
    }

    @Configuration(proxyBeanMethods = false)
    static class Refreshable {

        @Bean
        @RefreshScope
        Poller poller() {
            return new Poller();
        }

    }

    static class Poller {

        private final Object identity = new Object();

        @AriadneBackground
        void poll(BackgroundContext context) throws InterruptedException {
            said.add("poll with " + this.identity);
            waitForTheEnd(context);
        }

    }

    @Test
    void whenTheContextIsPausedThenTasksEndAndAreRunAgainWhenItIsRestarted() {
        this.runner.withBean("poller", Poller.class).run((context) -> {
            ConfigurableApplicationContext source = context.getSourceApplicationContext();
            AriadneProbe probe = context.getBean(AriadneProbe.class);
            String first = next();
            for (int i = 0; i < 3; i++) {
                source.pause();
                assertThat(probe.awaitStatus("alice", AccountStatus.STOPPED)).isNotNull();
                assertThat(context.getBean(BackgroundTaskRegistry.class).snapshots()).singleElement()
                    .satisfies((task) -> assertThat(task.state()).isEqualTo(BackgroundTaskState.CANCELLED));
                source.restart();
                assertThat(next()).isEqualTo(first);
                probe.awaitTask("alice", "poller.poll", BackgroundTaskState.RUNNING);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(classes = { AsyncMethod.class, AsyncType.class, AsyncTask.class })
    void whenATaskIsAsynchronousAndReturnsNothingThenTheStartFails(Class<?> bean) {
        this.runner.withUserConfiguration(AsyncApplication.class, bean).run((context) -> assertThat(context)
            .getFailure()
            .isInstanceOf(InvalidBackgroundTaskException.class)
            .hasMessageContaining("@Async"));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAsync(proxyTargetClass = true)
    static class AsyncApplication {

    }

    static class AsyncMethod {

        @Async
        @AriadneBackground
        void poll() {
            said.add("polled");
        }

    }

    @Async
    static class AsyncType {

        @AriadneBackground
        void poll() {
            said.add("polled");
        }

    }

    static class AsyncTask implements BackgroundTask {

        @Override
        @Async
        public void run(BackgroundContext context) {
            said.add("polled");
        }

    }

    @Test
    void whenABeanIsWrappedThenEachRunGoesThroughItsAdvice() {
        this.runner.withBean(WrappingPostProcessor.class).withBean("poller", Poller.class).run((context) -> {
            assertThat(next()).isEqualTo("begin poll");
            assertThat(next()).startsWith("poll with ");
            context.getBean(BackgroundTaskRegistry.class).get("poller.poll").cancel();
            assertThat(next()).isEqualTo("end poll");
        });
    }

    /** Does as the proxies of transactions do. */
    static class WrappingPostProcessor implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String beanName) {
            if (!(bean instanceof Poller)) {
                return bean;
            }
            ProxyFactory factory = new ProxyFactory(bean);
            factory.setProxyTargetClass(true);
            factory.addAdvice((MethodInterceptor) (invocation) -> {
                said.add("begin " + invocation.getMethod().getName());
                try {
                    return invocation.proceed();
                }
                finally {
                    said.add("end " + invocation.getMethod().getName());
                }
            });
            return factory.getProxy();
        }

    }

    @Test
    void whenATaskDependsOnAConditionThenItRunsOnlyIfThatIsMet() {
        ApplicationContextRunner conditional = this.runner.withUserConfiguration(Conditional.class);
        conditional.run((context) -> assertThat(context.getBean(BackgroundTaskRegistry.class).snapshots()).isEmpty());
        conditional.withPropertyValues("feed=on").run((context) -> context.getBean(AriadneProbe.class)
            .awaitTask("alice", "conditional", BackgroundTaskState.COMPLETED));
    }

    @Configuration(proxyBeanMethods = false)
    static class Conditional {

        @Bean
        @ConditionalOnProperty("feed")
        BackgroundTask conditional() {
            return (context) -> said.add("run");
        }

    }

    @ParameterizedTest
    @ValueSource(classes = { Poller.class, Conditional.class })
    void whenATaskIsInAChildContextThenItsStartFailsAndTheParentGoesOn(Class<?> bean) {
        this.runner.run((parent) -> {
            try (AnnotationConfigApplicationContext child = new AnnotationConfigApplicationContext()) {
                child.setParent(parent);
                child.register(bean);
                child.setId("the child");
                TestPropertyValues.of("feed=on").applyTo(child);
                assertThatExceptionOfType(InvalidBackgroundTaskException.class).isThrownBy(child::refresh)
                    .withMessageContaining("'the child'")
                    .withMessageContaining("parent context");
            }
            parent.getBean(AriadneProbe.class).awaitStatus("alice", AccountStatus.ONLINE);
            assertThat(said).isEmpty();
        });
    }

    @Test
    void whenAChildContextIsConfiguredAutomaticallyTooThenItSharesTheAccountsAndMayNotHaveTasks() {
        SpringApplicationBuilder builder = new SpringApplicationBuilder(Application.class)
            .web(WebApplicationType.NONE)
            .properties("ariadne.accounts.alice.id=10001", "ariadne.accounts.alice.connector=sandbox",
                    "spring.jmx.enabled=false");
        try (ConfigurableApplicationContext child = builder.child(Application.class).web(WebApplicationType.NONE)
            .run()) {
            assertThat(child.getBeanNamesForType(BackgroundTaskRegistry.class)).isEmpty();
            assertThat(child.getParent()).isNotNull();
            assertThat(child.getParent().getBeanNamesForType(BackgroundTaskRegistry.class)).hasSize(1);
            ((ConfigurableApplicationContext) child.getParent()).close();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {

    }

}
