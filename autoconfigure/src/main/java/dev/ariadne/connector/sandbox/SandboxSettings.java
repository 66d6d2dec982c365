package dev.ariadne.connector.sandbox;

import dev.ariadne.ConnectorSettings;

/**
 * The settings of an account in the sandbox: there is nothing to set.
 *
 * @since 0.1.0
 */
public record SandboxSettings() implements ConnectorSettings {

    @Override
    public String connector() {
        return SandboxConnector.NAME;
    }

}
