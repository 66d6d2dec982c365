package dev.ariadne.autoconfigure;

import dev.ariadne.account.AccountRegistry;
import dev.ariadne.account.AccountRuntimeSettings;
import dev.ariadne.background.ApplicationStopper;
import dev.ariadne.background.BackgroundInstrumentation;
import dev.ariadne.background.BackgroundSettings;
import dev.ariadne.background.BackgroundTaskDiscovery;
import dev.ariadne.background.BackgroundTaskLifecycle;
import dev.ariadne.background.BackgroundTaskObserver;
import dev.ariadne.background.BackgroundTaskRegistry;
import dev.ariadne.background.ChildContextTaskCheck;
import dev.ariadne.background.RunInterceptor;
import dev.ariadne.concurrent.SchedulerFactory;
import dev.ariadne.event.AriadneEventPublisher;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.context.LifecycleProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.LifecycleProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of background tasks.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = AriadneAutoConfiguration.class)
@ConditionalOnBean(AccountRegistry.class)
public final class BackgroundAutoConfiguration {

    /** The exit code of an application that stops because a background task has used up its restarts. */
    static final int EXIT_CODE = 70;

    @Bean
    @ConditionalOnMissingBean
    BackgroundSettings ariadneBackgroundSettings(AriadneProperties properties, Environment environment) {
        return new RuntimeSettings(properties, environment).background();
    }

    @Bean
    @ConditionalOnMissingBean
    BackgroundTaskRegistry ariadneBackgroundTasks(AccountRegistry accounts, BackgroundSettings settings) {
        return new BackgroundTaskRegistry(accounts, settings);
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnBooleanProperty(name = "ariadne.background.enabled", matchIfMissing = true)
    static BackgroundTaskDiscovery ariadneBackgroundTaskDiscovery(ConfigurableListableBeanFactory beanFactory,
            BackgroundTaskRegistry tasks) {
        return new BackgroundTaskDiscovery(beanFactory, tasks);
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnBooleanProperty(name = "ariadne.background.enabled", matchIfMissing = true)
    ChildContextTaskCheck ariadneChildContextTaskCheck() {
        return new ChildContextTaskCheck();
    }

    @Bean
    @ConditionalOnMissingBean
    ApplicationStopper ariadneApplicationStopper(ApplicationContext context) {
        return () -> System.exit(SpringApplication.exit(context, () -> EXIT_CODE));
    }

    @Bean
    @ConditionalOnMissingBean
    BackgroundTaskLifecycle backgroundTaskLifecycle(BackgroundTaskRegistry tasks, AccountRegistry accounts,
            BackgroundSettings settings, AriadneEventPublisher publisher, ApplicationStopper stopper,
            BackgroundInstrumentation instrumentation) {
        return new BackgroundTaskLifecycle(tasks, accounts, accounts, settings, publisher, stopper, instrumentation);
    }

    @Bean
    @ConditionalOnMissingBean
    BackgroundInstrumentation ariadneBackgroundInstrumentation(ObjectProvider<BackgroundTaskObserver> observers,
            ObjectProvider<RunInterceptor> interceptor, SchedulerFactory schedulers) {
        return new BackgroundInstrumentation(new BackgroundTaskObservers(observers.orderedStream().toList()),
                interceptor.getIfAvailable(() -> RunInterceptor.NONE), schedulers);
    }

    @Bean
    ConfiguredTasksCheck ariadneConfiguredTasksCheck(BackgroundTaskRegistry tasks, BackgroundSettings settings) {
        return new ConfiguredTasksCheck(tasks, settings);
    }

    @Bean
    ShutdownPhaseTimeouts ariadneShutdownPhaseTimeouts(ObjectProvider<LifecycleProcessor> processor,
            ObjectProvider<LifecycleProperties> properties, AccountRuntimeSettings accounts,
            BackgroundSettings background) {
        return new ShutdownPhaseTimeouts(processor, properties, accounts, background);
    }

}
