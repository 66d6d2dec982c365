package dev.ariadne;

/**
 * The settings of one account that are particular to its connector. Each connector has a type of its own. The
 * {@code toString} of an implementation never tells a secret.
 *
 * @since 0.1.0
 */
public interface ConnectorSettings {

    /**
     * Returns the name of the connector that these settings are for, such as {@code mirai}.
     */
    String connector();

}
