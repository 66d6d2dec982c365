package dev.ariadne.autoconfigure;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How one account reaches mirai-api-http. With only a key, it uses a websocket-client and an http-client at
 * {@code http://localhost:8080}.
 *
 * @param verifyKey the server's verifyKey
 * @param websocketClient link that receives events and carries calls
 * @param httpClient link for what a WebSocket cannot carry
 * @param websocketServer reverse WebSocket, which the server opens
 * @param httpServer webhook, which the server calls
 * @since 0.1.0
 */
public record MiraiProperties(@Nullable String verifyKey, @Nullable Client websocketClient,
        @Nullable Client httpClient, @Nullable Server websocketServer, @Nullable Server httpServer) {

    boolean hasNoLink() {
        return this.websocketClient == null && this.httpClient == null && this.websocketServer == null
                && this.httpServer == null;
    }

    /** Leaves out the key. */
    @Override
    public String toString() {
        return "MiraiProperties[websocketClient=" + this.websocketClient + ", httpClient=" + this.httpClient
                + ", websocketServer=" + this.websocketServer + ", httpServer=" + this.httpServer + "]";
    }

    /**
     * A link that this side opens.
     *
     * @param url where the server listens; http://localhost:8080 if no link is named
     */
    public record Client(@Nullable String url) {

        /** Leaves out the URL, which somebody may have put a password into. */
        @Override
        public String toString() {
            return "Client[]";
        }

    }

    /**
     * A link that the other side opens.
     *
     * @param path the path at which it is accepted
     * @param params query parameters that it must have
     * @param headers headers that it must have
     */
    public record Server(@Nullable String path, @DefaultValue Map<String, String> params,
            @DefaultValue Map<String, String> headers) {

        /** Leaves out the values of parameters and headers, which are secrets. */
        @Override
        public String toString() {
            return "Server[path=" + this.path + ", params=" + this.params.keySet() + ", headers="
                    + this.headers.keySet() + "]";
        }

    }

}
