package dev.ariadne.connector.sandbox;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import dev.ariadne.connector.ConnectRequest;
import dev.ariadne.connector.Connection;
import dev.ariadne.connector.Connector;

/**
 * Connects accounts to nothing but memory.
 *
 * @since 0.1.0
 */
public final class SandboxConnector implements Connector {

    /** The name of this connector. */
    public static final String NAME = "sandbox";

    private final Map<String, InMemoryAccount> accounts = new ConcurrentHashMap<>();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public CompletableFuture<Connection> connect(ConnectRequest request) {
        return account(request.ariadne().name()).connect(request);
    }

    /**
     * Returns the other side of the account with the given name, whether there is such an account or not.
     */
    public SandboxAccount otherSideOf(String name) {
        return account(name);
    }

    private InMemoryAccount account(String name) {
        return this.accounts.computeIfAbsent(name, InMemoryAccount::new);
    }

}
