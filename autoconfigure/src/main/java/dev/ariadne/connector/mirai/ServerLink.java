package dev.ariadne.connector.mirai;

/**
 * A kind of link that the server opens, for which this application needs a web server.
 *
 * @since 0.1.0
 */
public enum ServerLink {

    /** The reverse WebSocket. */
    WEBSOCKET_SERVER("websocket-server", "org.springframework.boot:spring-boot-starter-websocket"),

    /** The webhook. */
    HTTP_SERVER("http-server", "org.springframework.boot:spring-boot-starter-webmvc");

    private final String key;

    private final String dependency;

    ServerLink(String key, String dependency) {
        this.key = key;
        this.dependency = dependency;
    }

    /**
     * Returns the name of the link in the configuration.
     */
    public String key() {
        return this.key;
    }

    /**
     * Returns the dependency that an application needs for the link.
     */
    public String dependency() {
        return this.dependency;
    }

}
