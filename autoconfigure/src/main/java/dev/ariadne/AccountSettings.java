package dev.ariadne;

/**
 * What it takes to run an account.
 *
 * @param id the numeric id of the account on its platform, positive
 * @param connector how the account reaches its platform
 * @since 0.1.0
 */
public record AccountSettings(long id, ConnectorSettings connector) {

    /**
     * Creates settings.
     *
     * @throws IllegalArgumentException if the id is not positive
     */
    public AccountSettings {
        if (id <= 0) {
            throw new IllegalArgumentException("The id of an account is a positive number, not " + id);
        }
    }

    /**
     * Returns settings for the account with the given id, reached by the connector that the other settings are for.
     */
    public static AccountSettings of(long id, ConnectorSettings connector) {
        return new AccountSettings(id, connector);
    }

}
