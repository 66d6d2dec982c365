package dev.ariadne.autoconfigure.endpoint;

import java.util.Locale;
import java.util.regex.Pattern;

import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;

/**
 * Keeps the secrets of accounts out of what the actuator tells of the configuration, also where it shows values: verify
 * keys, and the headers and parameters that a server must send.
 */
final class SecretsSanitizingFunction implements SanitizingFunction {

    private static final Pattern SECRET = Pattern
        .compile("ariadneaccounts.*mirai(verifykey|(websocketserver|httpserver)(headers|params).*)");

    private static final Pattern NOT_OF_A_NAME = Pattern.compile("[^a-z0-9]");

    @Override
    public SanitizableData apply(SanitizableData data) {
        return isSecret(data.getKey()) ? data.withSanitizedValue() : data;
    }

    /** A key may be written as in a file, as an environment variable, or as the component of a record. */
    private static boolean isSecret(String key) {
        return SECRET.matcher(NOT_OF_A_NAME.matcher(key.toLowerCase(Locale.ROOT)).replaceAll("")).matches();
    }

}
