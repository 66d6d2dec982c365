package dev.ariadne.connector.mirai;

import dev.ariadne.AccountMutedException;
import dev.ariadne.CallFailedException;
import dev.ariadne.CallRejectedException;
import dev.ariadne.InvalidCallException;
import dev.ariadne.MessageTooLongException;
import dev.ariadne.PermissionDeniedException;
import dev.ariadne.TargetNotFoundException;
import dev.ariadne.UnsupportedCallException;

/**
 * The exceptions for the server's state codes (protocol notes 1, observed on 2.10.0).
 */
final class Rejections {

    /** How the message begins that tells code 6 for a missing file from code 6 for an unknown command. */
    private static final String FILE_MISSING = "文件不存在";

    private Rejections() {
    }

    static CallFailedException of(String account, String command, int code, String reason) {
        return switch (code) {
            case 5 -> new TargetNotFoundException(account, command, code, reason);
            case 6 -> reason.startsWith(FILE_MISSING) ? new TargetNotFoundException(account, command, code, reason)
                    : new UnsupportedCallException(account, command, code, reason);
            case 10 -> new PermissionDeniedException(account, command, code, reason);
            case 20 -> new AccountMutedException(account, command, code, reason);
            case 30 -> new MessageTooLongException(account, command, code, reason);
            case 400 -> new InvalidCallException(account, command, code, reason);
            default -> new CallRejectedException(account, command, code, reason);
        };
    }

}
