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
            if (!isThere(request.params(name), List.of(value))) {
                missing.add("parameter '" + name + "'");
            }
        });
        this.headers.forEach((name, value) -> {
            // A webhook sends each header that it is told to send as a list (protocol notes 8, observed on 2.10.0).
            if (!isThere(request.headers(name), List.of(value, "[" + value + "]"))) {
                missing.add("header '" + name + "'");
            }
        });
        return missing;
    }

    private static boolean isThere(List<String> values, List<String> accepted) {
        boolean found = false;
        for (String value : values) {
            for (String one : accepted) {
                found |= MessageDigest.isEqual(bytes(value), bytes(one));
            }
        }
        return found;
    }

    private static byte[] bytes(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }

}
