package dev.ariadne.autoconfigure;

import java.util.Map;
import java.util.NoSuchElementException;

import dev.ariadne.account.AccountRegistry;
import dev.ariadne.connector.sandbox.Sandbox;
import dev.ariadne.connector.sandbox.SandboxConnector;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
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

        private static final Bindable<Map<String, Account>> ACCOUNTS = Bindable.mapOf(String.class, Account.class);

        @Override
        public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
            ConditionMessage.Builder message = ConditionMessage.forCondition("Account in the sandbox");
            return usesSandbox(context.getEnvironment())
                    ? ConditionOutcome.match(message.foundExactly("an account with connector: sandbox"))
                    : ConditionOutcome.noMatch(message.didNotFind("an account with connector: sandbox").atAll());
        }

        private static boolean usesSandbox(Environment environment) {
            return Binder.get(environment).bind("ariadne.accounts", ACCOUNTS).orElse(Map.of()).values().stream()
                .anyMatch((account) -> SandboxConnector.NAME.equals(account.connector()));
        }

        /** All that is of interest here: to bind everything takes long if there are many accounts. */
        record Account(@Nullable String connector) {

        }

    }

}
