package dev.ariadne.connector.mirai;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The query parameters and headers that a request must have. All of them are compared, each in a time that does not
 * depend on where the values differ.
 *
 * @param params the parameters and their values
 * @param headers the headers and their values
 */
record RequiredSecrets(Map<String, String> params, Map<String, String> headers) {

    boolean isEmpty() {
        return this.params.isEmpty() && this.headers.isEmpty();
    }

    /** Returns the names of what is missing or wrong. Their values are told to nobody. */
    List<String> missingIn(EndpointRequest request) {
        List<String> missing = new ArrayList<>();
        this.params.forEach((name, value) -> {
            if (!isAmong(request.params(name), value)) {
                missing.add("parameter '" + name + "'");
            }
        });
        this.headers.forEach((name, value) -> {
            // A webhook sends each header that it is told to send as a list (protocol notes 8, observed on 2.10.0).
            if (!isAmong(request.headers(name), value) & !isAmong(request.headers(name), "[" + value + "]")) {
                missing.add("header '" + name + "'");
            }
        });
        return missing;
    }

    private static boolean isAmong(List<String> values, String required) {
        boolean found = false;
        for (String value : values) {
            found |= MessageDigest.isEqual(bytes(value), bytes(required));
        }
        return found;
    }

    private static byte[] bytes(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }

}
