package dev.ariadne.autoconfigure;

/**
 * One thing that is wrong with the configuration.
 *
 * @param key the full key
 * @param description what is wrong, without secrets
 * @param mend how to mend it
 * @since 0.1.0
 */
public record ConfigurationProblem(String key, String description, String mend) {

}
