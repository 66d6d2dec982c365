package dev.ariadne.autoconfigure;

import dev.ariadne.account.AccountRuntimeSettings;
import dev.ariadne.connector.mirai.MiraiEndpoints;
import dev.ariadne.connector.mirai.ReverseEndpoint;
import dev.ariadne.connector.mirai.ServerLink;
import dev.ariadne.connector.mirai.web.Door;
import dev.ariadne.connector.mirai.web.EndpointFilter;
import dev.ariadne.connector.mirai.web.EndpointsLifecycle;
import dev.ariadne.connector.mirai.web.ReverseDoor;
import dev.ariadne.connector.mirai.web.WebhookDoor;
import jakarta.servlet.Filter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Auto-configuration of the links that a mirai-api-http server opens: its webhook where there is a servlet web server,
 * its reverse WebSocket where that takes WebSockets.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = MiraiAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "ariadne.enabled", matchIfMissing = true)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(Filter.class)
public final class MiraiServerAutoConfiguration {

    @Bean
    ServerLink ariadneMiraiWebhook() {
        return ServerLink.HTTP_SERVER;
    }

    @Bean
    EndpointFilter ariadneMiraiEndpointFilter(MiraiEndpoints ariadneMiraiEndpoints,
            ObjectProvider<Door<ReverseEndpoint>> reverse) {
        return new EndpointFilter(ariadneMiraiEndpoints, new WebhookDoor(), reverse.getIfAvailable());
    }

    @Bean
    EndpointsLifecycle ariadneMiraiEndpointsLifecycle(MiraiEndpoints ariadneMiraiEndpoints,
            AccountRuntimeSettings ariadneAccountRuntimeSettings) {
        return new EndpointsLifecycle(ariadneMiraiEndpoints, ariadneAccountRuntimeSettings.phase() + 1);
    }

    /**
     * The reverse WebSocket.
     */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = { "jakarta.websocket.server.ServerContainer",
            "org.springframework.web.socket.WebSocketHandler" })
    static final class ReverseWebSocketConfiguration {

        @Bean
        ServerLink ariadneMiraiReverseWebSocket() {
            return ServerLink.WEBSOCKET_SERVER;
        }

        @Bean
        Door<ReverseEndpoint> ariadneMiraiReverseDoor() {
            return new ReverseDoor();
        }

    }

}
