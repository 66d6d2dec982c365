package dev.ariadne.autoconfigure.endpoint;

import dev.ariadne.account.AccountRegistry;
import dev.ariadne.autoconfigure.BackgroundAutoConfiguration;
import dev.ariadne.background.BackgroundTaskRegistry;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.endpoint.expose.EndpointExposure;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Auto-configuration of the actuator endpoint, where Spring Boot's actuator is present and the endpoint is exposed, and
 * of what keeps secrets out of the actuator's own endpoints.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = BackgroundAutoConfiguration.class)
@ConditionalOnClass({ Endpoint.class, ConditionalOnAvailableEndpoint.class })
public final class AriadneEndpointAutoConfiguration {

    @Bean
    SanitizingFunction ariadneSecretsSanitizingFunction() {
        return new SecretsSanitizingFunction();
    }

    /**
     * Looked at only where the actuator is present: the condition of exposure is a part of it.
     */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean({ AccountRegistry.class, BackgroundTaskRegistry.class })
    @ConditionalOnAvailableEndpoint(AriadneEndpoint.class)
    static final class ExposedConfiguration {

        @Bean
        @ConditionalOnMissingBean
        AriadneEndpoint ariadneEndpoint(AccountRegistry ariadneAccounts,
                BackgroundTaskRegistry ariadneBackgroundTasks) {
            return new AriadneEndpoint(ariadneAccounts, ariadneBackgroundTasks);
        }

        @Bean
        @ConditionalOnMissingBean
        @ConditionalOnAvailableEndpoint(endpoint = AriadneEndpoint.class, exposure = EndpointExposure.WEB)
        AriadneWebEndpointExtension ariadneWebEndpointExtension(AriadneEndpoint ariadneEndpoint) {
            return new AriadneWebEndpointExtension(ariadneEndpoint);
        }

    }

}
