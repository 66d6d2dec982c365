package dev.ariadne.connector.mirai;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

import dev.ariadne.ConnectorSettings;
import org.jspecify.annotations.Nullable;

/**
 * How one account reaches its mirai-api-http server.
 *
 * @param verifyKey the server's {@code verifyKey}; any text, even none, where the server does not verify
 * @param websocketClient the link that receives events and carries calls, null if there is none
 * @param httpClient the link for what a WebSocket cannot carry, null if there is none
 * @since 0.1.0
 */
public record MiraiSettings(String verifyKey, @Nullable WebSocketClient websocketClient,
        @Nullable HttpClient httpClient) implements ConnectorSettings {

    /** Where a server listens if it is not told otherwise. */
    public static final URI DEFAULT_URL = URI.create("http://localhost:8080");

    private static final Set<String> SCHEMES = Set.of("http", "https", "ws", "wss");

    /**
     * Creates settings.
     *
     * @throws IllegalArgumentException if an HTTP header cannot carry the key; the message does not tell the key
     */
    public MiraiSettings {
        if (!verifyKey.equals(verifyKey.strip()) || !verifyKey.chars().allMatch((c) -> c >= ' ' && c <= '~')) {
            throw new IllegalArgumentException("The verify key must be of printable ASCII characters, without blanks "
                    + "at its ends, because it travels in an HTTP header");
        }
    }

    /**
     * Returns settings with both links to the server at {@link #DEFAULT_URL}.
     */
    public static MiraiSettings of(String verifyKey) {
        return of(verifyKey, DEFAULT_URL);
    }

    /**
     * Returns settings with both links to the server at the given URL.
     *
     * @throws IllegalArgumentException if the URL does not pass {@link #checkUrl(URI)}
     */
    public static MiraiSettings of(String verifyKey, URI url) {
        return new MiraiSettings(verifyKey, new WebSocketClient(url), new HttpClient(url));
    }

    /**
     * Checks that a URL can be that of a server: its scheme is {@code http}, {@code https}, {@code ws} or {@code wss},
     * and it has a host and perhaps a port and a path, but nothing else.
     *
     * @return the same URL
     * @throws IllegalArgumentException if it cannot, saying why without telling what may be secret in it
     */
    public static URI checkUrl(URI url) {
        String scheme = url.getScheme();
        if (scheme == null || !SCHEMES.contains(scheme.toLowerCase(Locale.ROOT))) {
            throw invalid("begins with http://, https://, ws:// or wss://");
        }
        if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw invalid("has no user, query or fragment; the key is given as verify-key");
        }
        if (url.getHost() == null) {
            throw invalid("has a host name or address (letters, digits, dots and hyphens; no underscore)");
        }
        if (url.getPort() == 0 || url.getPort() > 65535) {
            throw invalid("has a port from 1 to 65535, or none");
        }
        return url;
    }

    private static IllegalArgumentException invalid(String rule) {
        return new IllegalArgumentException("The URL of a mirai-api-http server " + rule);
    }

    @Override
    public String connector() {
        return MiraiConnector.NAME;
    }

    /** Leaves out the key. */
    @Override
    public String toString() {
        return "MiraiSettings[websocketClient=" + this.websocketClient + ", httpClient=" + this.httpClient + "]";
    }

    /**
     * The link by a WebSocket that this side opens.
     *
     * @param url the server, perhaps with the path prefix of a proxy; with or without a slash at its end
     * @since 0.1.0
     */
    public record WebSocketClient(URI url) {

        /**
         * Creates the settings of the link.
         *
         * @throws IllegalArgumentException if the URL does not pass {@link MiraiSettings#checkUrl(URI)}
         */
        public WebSocketClient {
            checkUrl(url);
        }

        /** Returns where events of all kinds arrive: mirai-api-http's path {@code /all}. */
        URI endpoint() {
            boolean secure = Set.of("https", "wss").contains(this.url.getScheme().toLowerCase(Locale.ROOT));
            String path = this.url.getRawPath().replaceAll("/+$", "");
            return URI.create((secure ? "wss://" : "ws://") + this.url.getRawAuthority() + path + "/all");
        }

    }

    /**
     * The link by HTTP requests.
     *
     * @param url the server, perhaps with the path prefix of a proxy; with or without a slash at its end
     * @since 0.1.0
     */
    public record HttpClient(URI url) {

        /**
         * Creates the settings of the link.
         *
         * @throws IllegalArgumentException if the URL does not pass {@link MiraiSettings#checkUrl(URI)}
         */
        public HttpClient {
            checkUrl(url);
        }

    }

}
