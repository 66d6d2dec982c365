package dev.ariadne.autoconfigure;

import java.util.NoSuchElementException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import dev.ariadne.account.AccountRegistry;
import dev.ariadne.connector.sandbox.Sandbox;
import dev.ariadne.connector.sandbox.SandboxConnector;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Auto-configuration of the sandbox.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnBooleanProperty(name = "ariadne.enabled", matchIfMissing = true)
public final class SandboxAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    SandboxConnector ariadneSandboxConnector() {
        return new SandboxConnector();
    }

    @Bean
    @ConditionalOnMissingBean
    @Conditional(OnSandboxAccount.class)
    Sandbox ariadneSandbox(SandboxConnector ariadneSandboxConnector, AccountRegistry ariadneAccounts) {
        return (name) -> {
            String used = ariadneAccounts.settings(name).connector().connector();
            if (!used.equals(SandboxConnector.NAME)) {
                throw new NoSuchElementException("The account '" + name + "' does not use the sandbox, but the connector "
                        + used);
            }
            return ariadneSandboxConnector.otherSideOf(name);
        };
    }

    /**
     * Matches if a configured account uses the sandbox.
     */
    static final class OnSandboxAccount extends SpringBootCondition {

        private static final ConfigurationPropertyName ACCOUNTS = ConfigurationPropertyName.of("ariadne.accounts");

        @Override
        public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
            ConditionMessage.Builder message = ConditionMessage.forCondition("Account in the sandbox");
            return usesSandbox(context.getEnvironment())
                    ? ConditionOutcome.match(message.foundExactly("an account with connector: sandbox"))
                    : ConditionOutcome.noMatch(message.didNotFind("an account with connector: sandbox").atAll());
        }

        /** Looks at one property of each account: to bind all of them takes long if there are many accounts. */
        private static boolean usesSandbox(Environment environment) {
            Binder binder = Binder.get(environment);
            return namesOfProperties(environment).filter(ACCOUNTS::isAncestorOf)
                .map((name) -> name.chop(ACCOUNTS.getNumberOfElements() + 1).append("connector"))
                .distinct()
                .anyMatch((connector) -> binder.bind(connector, Bindable.of(String.class))
                    .map(SandboxConnector.NAME::equals)
                    .orElse(false));
        }

        private static Stream<ConfigurationPropertyName> namesOfProperties(Environment environment) {
            return StreamSupport.stream(ConfigurationPropertySources.get(environment).spliterator(), false)
                .filter(IterableConfigurationPropertySource.class::isInstance)
                .map(IterableConfigurationPropertySource.class::cast)
                .flatMap(IterableConfigurationPropertySource::stream);
        }

    }

}
