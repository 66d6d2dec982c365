package dev.ariadne.connector.mirai;

import java.io.IOException;

/**
 * A request was answered by an HTTP status that mirai-api-http does not give to what it understands.
 */
final class HttpStatusException extends IOException {

    private final int status;

    HttpStatusException(int status) {
        super("answered HTTP " + status);
        this.status = status;
    }

    int status() {
        return this.status;
    }

}
