package dev.ariadne.autoconfigure;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.Name;

/**
 * Lets the configuration processor describe the keys of a map's values, which it does not look at by itself. The name
 * of an entry is written as {@code *}. These types exist for the compiler only: they are never bound.
 */
final class MapValueMetadata {

    private MapValueMetadata() {
    }

    /**
     * What can be configured for an account.
     *
     * @param account one account, by its name
     */
    @ConfigurationProperties("ariadne.accounts")
    record Accounts(@Name("*") @NestedConfigurationProperty AccountProperties account) {

    }

    /**
     * What can be configured for a background task.
     *
     * @param task one task, by its name
     */
    @ConfigurationProperties("ariadne.background.tasks")
    record Tasks(@Name("*") @NestedConfigurationProperty TaskProperties task) {

    }

}
