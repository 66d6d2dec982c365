package dev.ariadne.connector.sandbox;

import dev.ariadne.AriadneException;

/**
 * The sandbox dropped a link because it was told to.
 *
 * @since 0.1.0
 */
public class ConnectionDroppedException extends AriadneException {

    public ConnectionDroppedException(String message) {
        super(message);
    }

}
