package dev.ariadne.autoconfigure.health;

import dev.ariadne.account.AccountRegistry;
import dev.ariadne.autoconfigure.BackgroundAutoConfiguration;
import dev.ariadne.background.BackgroundTaskRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Auto-configuration of the health of accounts, where Spring Boot's health is present; switched off by
 * {@code management.health.ariadne.enabled: false}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = BackgroundAutoConfiguration.class, before = HealthContributorAutoConfiguration.class)
@ConditionalOnClass({ HealthContributor.class, ConditionalOnEnabledHealthIndicator.class })
public final class AriadneHealthContributorAutoConfiguration {

    /**
     * Looked at only where health is present: the condition of enablement is a part of it.
     */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean({ AccountRegistry.class, BackgroundTaskRegistry.class })
    @ConditionalOnEnabledHealthIndicator("ariadne")
    static final class EnabledConfiguration {

        @Bean
        @ConditionalOnMissingBean
        AccountsHealthContributor ariadneHealthContributor(AccountRegistry ariadneAccounts,
                BackgroundTaskRegistry ariadneBackgroundTasks) {
            return new AccountsHealthContributor(ariadneAccounts, ariadneBackgroundTasks);
        }

    }

}
