package dev.ariadne.connector.mirai;

import java.io.IOException;

/**
 * The server does not know the session, or has it bound to no bot (protocol notes 1, codes 3 and 4).
 */
final class SessionGoneException extends IOException {

    private static final int UNKNOWN = 3;

    private static final int UNBOUND = 4;

    SessionGoneException(long code, String reason) {
        super("the session is gone (code " + code + ", " + reason + ")");
    }

    static boolean isToldBy(long code) {
        return code == UNKNOWN || code == UNBOUND;
    }

}
