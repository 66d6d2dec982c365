package dev.ariadne.connector.sandbox;

import java.util.NoSuchElementException;

/**
 * The other side of all accounts that use the connector {@code sandbox}: what people would do on a platform, a test or
 * a developer does here. A bean.
 *
 * @since 0.1.0
 */
public interface Sandbox {

    /**
     * Returns the other side of an account.
     *
     * @param name the name of the account
     * @throws NoSuchElementException if there is no account of that name, or it does not use the sandbox
     */
    SandboxAccount account(String name);

}
