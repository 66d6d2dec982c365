package dev.ariadne.connector.mirai;

import java.io.IOException;

import dev.ariadne.CallFailedException;

/**
 * The server does not know the session, or has it bound to no bot (protocol notes 1, codes 3 and 4).
 */
final class SessionEndException extends IOException {

    private static final int UNKNOWN = 3;

    private static final int UNBOUND = 4;

    private final int code;

    private final String reason;

    SessionEndException(int code, String reason) {
        super("the session is gone (code " + code + ", " + reason + ")");
        this.code = code;
        this.reason = reason;
    }

    /** Returns what it means for a call that was answered so. */
    CallFailedException of(String account, String command) {
        return Rejections.of(account, command, this.code, this.reason);
    }

    static boolean isToldBy(long code) {
        return code == UNKNOWN || code == UNBOUND;
    }

}
