package dev.ariadne.autoconfigure;

import dev.ariadne.account.AccountRuntimeSettings;
import dev.ariadne.connector.mirai.MiraiConnector;
import dev.ariadne.connector.mirai.MiraiEndpoints;
import dev.ariadne.connector.mirai.ServerLink;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of the connector to mirai-api-http.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnBooleanProperty(name = "ariadne.enabled", matchIfMissing = true)
public final class MiraiAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean(name = "ariadneMiraiEndpoints")
    MiraiEndpoints ariadneMiraiEndpoints(ObjectProvider<ServerLink> served,
            AccountRuntimeSettings ariadneAccountRuntimeSettings) {
        return new MiraiEndpoints(served.stream().toList(),
                ariadneAccountRuntimeSettings.connect().heartbeatInterval());
    }

    @Bean
    @ConditionalOnMissingBean
    MiraiConnector ariadneMiraiConnector(MiraiEndpoints ariadneMiraiEndpoints) {
        return new MiraiConnector(ariadneMiraiEndpoints);
    }

}
