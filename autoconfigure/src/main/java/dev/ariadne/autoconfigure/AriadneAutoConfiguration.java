package dev.ariadne.autoconfigure;

import java.util.List;
import java.util.Map;

import dev.ariadne.AccountSettings;
import dev.ariadne.account.AccountLifecycle;
import dev.ariadne.account.AccountObserver;
import dev.ariadne.account.AccountRegistry;
import dev.ariadne.account.AccountRuntimeSettings;
import dev.ariadne.concurrent.SchedulerFactory;
import dev.ariadne.concurrent.SystemScheduler;
import dev.ariadne.connector.Connector;
import dev.ariadne.connector.mirai.ServerLink;
import dev.ariadne.event.AriadneEventPublisher;
import dev.ariadne.event.ListenerIsolatingEventMulticaster;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SearchStrategy;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of accounts: their registry, their lifecycle, and the way of their events to listeners.
 * <p>
 * In this and the other auto-configurations a parameter that takes a bean of Ariadne has that bean's name: Spring then
 * looks at that bean first, and at all others only if it is another one that is wanted. For the same reason a bean that
 * no application has a reason to replace is looked for by its name.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { MiraiAutoConfiguration.class, SandboxAutoConfiguration.class },
        afterName = "org.springframework.modulith.events.config.EventPublicationAutoConfiguration")
@ConditionalOnBooleanProperty(name = "ariadne.enabled", matchIfMissing = true)
@EnableConfigurationProperties(AriadneProperties.class)
public final class AriadneAutoConfiguration {

    private static final Logger logger = LoggerFactory.getLogger(AriadneAutoConfiguration.class);

    /**
     * Spring's own multicaster, but for one thing: a listener of an account that throws does not harm the others. An
     * application that brings its own multicaster keeps that, be it that of Spring Modulith.
     */
    @Bean(AbstractApplicationContext.APPLICATION_EVENT_MULTICASTER_BEAN_NAME)
    @ConditionalOnMissingBean(name = AbstractApplicationContext.APPLICATION_EVENT_MULTICASTER_BEAN_NAME,
            search = SearchStrategy.CURRENT)
    static ListenerIsolatingEventMulticaster applicationEventMulticaster() {
        return new ListenerIsolatingEventMulticaster();
    }

    @Bean
    static ConfiguredNamesCheck ariadneConfiguredNamesCheck(ConfigurableEnvironment environment) {
        return new ConfiguredNamesCheck(environment);
    }

    @Bean
    @ConditionalOnMissingBean
    AriadneEventPublisher ariadneEventPublisher(ApplicationContext application) {
        return new AriadneEventPublisher(application);
    }

    @Bean
    @ConditionalOnMissingBean
    SchedulerFactory ariadneSchedulerFactory() {
        return SystemScheduler::new;
    }

    @Bean
    @ConditionalOnMissingBean
    AccountRuntimeSettings ariadneAccountRuntimeSettings(AriadneProperties properties, Environment environment) {
        return new RuntimeSettings(properties, environment).accounts();
    }

    @Bean
    @ConditionalOnMissingBean
    AccountRegistry ariadneAccounts(AriadneProperties properties, AccountRuntimeSettings ariadneAccountRuntimeSettings,
            ObjectProvider<Connector> connectors, ObjectProvider<AccountObserver> observers,
            SchedulerFactory ariadneSchedulerFactory, ObjectProvider<ServerLink> served) {
        Map<String, AccountSettings> accounts = new ConfiguredAccounts(properties, served.stream().toList())
            .settings();
        if (accounts.isEmpty()) {
            logger.info("No account is configured below ariadne.accounts");
        }
        List<Connector> known = connectors.orderedStream().toList();
        AccountObserver observer = new AccountObservers(observers.orderedStream().toList());
        return new AccountRegistry(ariadneAccountRuntimeSettings, known, observer, ariadneSchedulerFactory, accounts,
                properties.defaultAccount());
    }

    @Bean
    @ConditionalOnMissingBean
    AccountLifecycle ariadneAccountLifecycle(AccountRegistry ariadneAccounts,
            AriadneEventPublisher ariadneEventPublisher, AccountRuntimeSettings ariadneAccountRuntimeSettings) {
        return new AccountLifecycle(ariadneAccounts, ariadneEventPublisher, ariadneAccountRuntimeSettings.phase());
    }

}
