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
    BackgroundTaskRegistry ariadneBackgroundTasks(AccountRegistry ariadneAccounts,
            BackgroundSettings ariadneBackgroundSettings) {
        return new BackgroundTaskRegistry(ariadneAccounts, ariadneBackgroundSettings);
    }

    @Bean
    @ConditionalOnMissingBean(name = "ariadneBackgroundTaskDiscovery")
    @ConditionalOnBooleanProperty(name = "ariadne.background.enabled", matchIfMissing = true)
    static BackgroundTaskDiscovery ariadneBackgroundTaskDiscovery(ConfigurableListableBeanFactory beanFactory,
            BackgroundTaskRegistry ariadneBackgroundTasks) {
        return new BackgroundTaskDiscovery(beanFactory, ariadneBackgroundTasks);
    }

    @Bean
    @ConditionalOnMissingBean(name = "ariadneChildContextTaskCheck")
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
    BackgroundTaskLifecycle backgroundTaskLifecycle(BackgroundTaskRegistry ariadneBackgroundTasks,
            AccountRegistry ariadneAccounts, BackgroundSettings ariadneBackgroundSettings,
            AriadneEventPublisher ariadneEventPublisher, ApplicationStopper ariadneApplicationStopper,
            BackgroundInstrumentation ariadneBackgroundInstrumentation) {
        return new BackgroundTaskLifecycle(ariadneBackgroundTasks, ariadneAccounts, ariadneAccounts,
                ariadneBackgroundSettings, ariadneEventPublisher, ariadneApplicationStopper,
                ariadneBackgroundInstrumentation);
    }

    @Bean
    @ConditionalOnMissingBean(name = "ariadneBackgroundInstrumentation")
    BackgroundInstrumentation ariadneBackgroundInstrumentation(ObjectProvider<BackgroundTaskObserver> observers,
            ObjectProvider<RunInterceptor> interceptors, SchedulerFactory ariadneSchedulerFactory) {
        RunInterceptor interceptor = interceptors.orderedStream()
            .reduce(RunInterceptor::around)
            .orElse(RunInterceptor.NONE);
        return new BackgroundInstrumentation(new BackgroundTaskObservers(observers.orderedStream().toList()),
                interceptor, ariadneSchedulerFactory);
    }

    @Bean
    ConfiguredTasksCheck ariadneConfiguredTasksCheck(BackgroundTaskRegistry ariadneBackgroundTasks,
            BackgroundSettings ariadneBackgroundSettings) {
        return new ConfiguredTasksCheck(ariadneBackgroundTasks, ariadneBackgroundSettings);
    }

    @Bean
    ShutdownPhaseTimeouts ariadneShutdownPhaseTimeouts(ObjectProvider<LifecycleProcessor> lifecycleProcessor,
            ObjectProvider<LifecycleProperties> properties, AccountRuntimeSettings ariadneAccountRuntimeSettings,
            BackgroundSettings ariadneBackgroundSettings) {
        return new ShutdownPhaseTimeouts(lifecycleProcessor, properties, ariadneAccountRuntimeSettings,
                ariadneBackgroundSettings);
    }

}
