package dev.ariadne.connector.mirai;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import dev.ariadne.ConnectorSettings;
import org.jspecify.annotations.Nullable;

/**
 * How one account reaches its mirai-api-http server. One link receives events: a {@code websocketClient}, a
 * {@code websocketServer}, an {@code httpServer} or, if there is none of these, the {@code httpClient}.
 *
 * @param verifyKey the server's {@code verifyKey}; any text, even none, where the server does not verify
 * @param websocketClient the link by a WebSocket that this side opens: events and calls; null if there is none
 * @param httpClient the link by HTTP requests to the server: alone, it polls events and carries calls; beside a
 * WebSocket it carries uploads; beside an {@code httpServer} it carries calls; null if there is none
 * @param websocketServer the link by a WebSocket that the server opens: events and calls; null if there is none
 * @param httpServer the link by HTTP requests of the server (its webhook): events only; null if there is none
 * @since 0.1.0
 */
public record MiraiSettings(String verifyKey, @Nullable WebSocketClient websocketClient,
        @Nullable HttpClient httpClient, @Nullable WebSocketServer websocketServer, @Nullable HttpServer httpServer)
        implements ConnectorSettings {

    /** Where a server listens if it is not told otherwise. */
    public static final URI DEFAULT_URL = URI.create("http://localhost:8080");

    private static final Set<String> SCHEMES = Set.of("http", "https", "ws", "wss");

    /**
     * Creates settings.
     *
     * @throws IllegalArgumentException if an HTTP header cannot carry the key (the message does not tell it), or if
     * there is no link, or more than one of those that receive events whenever they are there
     */
    public MiraiSettings {
        if (!verifyKey.equals(verifyKey.strip()) || !verifyKey.chars().allMatch((c) -> c >= ' ' && c <= '~')) {
            throw new IllegalArgumentException("The verify key must be of printable ASCII characters, without blanks "
                    + "at its ends, because it travels in an HTTP header");
        }
        long receiving = Stream.of(websocketClient, websocketServer, httpServer).filter(Objects::nonNull).count();
        if (receiving == 0 && httpClient == null) {
            throw new IllegalArgumentException("An account needs at least one link to its server");
        }
        if (receiving > 1) {
            throw new IllegalArgumentException("An account has one link that receives its events: by a second one each "
                    + "event would come twice");
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
        return new MiraiSettings(verifyKey, new WebSocketClient(url), new HttpClient(url), null, null);
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

    /**
     * Checks that a path can be one at which this application accepts a link: it begins with a slash, ends without one,
     * and is of letters, digits and {@code / - . _ ~}.
     *
     * @return the same path
     * @throws IllegalArgumentException if it cannot
     */
    public static String checkPath(String path) {
        if (!path.matches("(/[A-Za-z0-9._~-]+)+")) {
            throw new IllegalArgumentException("The path of a link begins with a slash, ends without one, and is of "
                    + "letters, digits, slashes and the characters - . _ ~");
        }
        return path;
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
        return "MiraiSettings[websocketClient=" + this.websocketClient + ", httpClient=" + this.httpClient
                + ", websocketServer=" + this.websocketServer + ", httpServer=" + this.httpServer + "]";
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

        /** Returns what comes before the path of a command. */
        URI base() {
            boolean secure = Set.of("https", "wss").contains(this.url.getScheme().toLowerCase(Locale.ROOT));
            String path = this.url.getRawPath().replaceAll("/+$", "");
            return URI.create((secure ? "https://" : "http://") + this.url.getRawAuthority() + path);
        }

    }

    /**
     * The link by a WebSocket that the server opens to this application.
     *
     * @param path the path at which this application accepts it, such as {@code /mirai/alice}
     * @param params query parameters that the request must have
     * @param headers headers that the request must have
     * @since 0.1.0
     */
    public record WebSocketServer(String path, Map<String, String> params, Map<String, String> headers) {

        /**
         * Creates the settings of the link.
         *
         * @throws IllegalArgumentException if the path does not pass {@link MiraiSettings#checkPath(String)}
         */
        public WebSocketServer {
            checkPath(path);
            params = Map.copyOf(params);
            headers = Map.copyOf(headers);
        }

        /** Leaves out the values, which are secrets. */
        @Override
        public String toString() {
            return "WebSocketServer[path=" + this.path + ", params=" + this.params.keySet() + ", headers="
                    + this.headers.keySet() + "]";
        }

    }

    /**
     * The link by HTTP requests that the server makes to this application: its webhook.
     *
     * @param path the path at which this application accepts them, such as {@code /hook/alice}
     * @param headers headers that a request must have
     * @since 0.1.0
     */
    public record HttpServer(String path, Map<String, String> headers) {

        /**
         * Creates the settings of the link.
         *
         * @throws IllegalArgumentException if the path does not pass {@link MiraiSettings#checkPath(String)}
         */
        public HttpServer {
            checkPath(path);
            headers = Map.copyOf(headers);
        }

        /** Leaves out the values, which are secrets. */
        @Override
        public String toString() {
            return "HttpServer[path=" + this.path + ", headers=" + this.headers.keySet() + "]";
        }

    }

}
