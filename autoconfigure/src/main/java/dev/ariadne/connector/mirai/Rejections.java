package dev.ariadne.connector.mirai;

import java.util.List;

import dev.ariadne.AccountMutedException;
import dev.ariadne.AccountUnknownException;
import dev.ariadne.CallEffect;
import dev.ariadne.CallFailedException;
import dev.ariadne.CallRejectedException;
import dev.ariadne.InvalidCallException;
import dev.ariadne.KeyRejectedException;
import dev.ariadne.MessageTooLongException;
import dev.ariadne.PermissionDeniedException;
import dev.ariadne.ServerFailedException;
import dev.ariadne.SessionGoneException;
import dev.ariadne.TargetNotFoundException;
import dev.ariadne.UnsupportedCallException;
import tools.jackson.databind.JsonNode;

/**
 * The exceptions for the server's state codes (protocol notes 1, observed on 2.10.0).
 */
final class Rejections {

    private static final int PERMISSION = 10;

    /** How the message begins that tells code 6 for a missing file from code 6 for an unknown command. */
    private static final String FILE_MISSING = "文件不存在";

    /** How code 500 begins for parameters that the server refuses before it does anything. */
    private static final List<String> INVALID = List.of("message is empty", "Field '", "Fields [",
            "An unknown field for index", "For input string: ", "Illegal Capacity: ");

    /** How code 500 ends for what the server knows but cannot do. */
    private static final String UNSUPPORTED = "is not yet supported.";

    /** Code 400 for a console command that is unknown (recorded), or failed (read in the source of 2.10.0). */
    private static final String COMMAND_FAILED = "Execute command error";

    private Rejections() {
    }

    static CallFailedException of(String account, Command<?> command, int code, String reason) {
        if (code == PERMISSION && isNameAndTitle(command)) {
            return new PermissionDeniedException(account, command.name(), code, reason, CallEffect.UNKNOWN);
        }
        return of(account, command.name(), code, reason);
    }

    /**
     * Tells whether it changes a member's name, which administrators may, and then the title, which only the owner may
     * (each recorded alone; that the name is changed first was read in the source of 2.10.0).
     */
    private static boolean isNameAndTitle(Command<?> command) {
        JsonNode info = command.content().path("info");
        return command.name().equals("memberInfo") && info.has("name") && info.has("specialTitle");
    }

    static CallFailedException of(String account, String command, int code, String reason) {
        return switch (code) {
            case 1 -> new KeyRejectedException(account, command, code, reason);
            case 2 -> new AccountUnknownException(account, command, code, reason);
            case 3, 4 -> new SessionGoneException(account, command, code, reason);
            case 5 -> new TargetNotFoundException(account, command, code, reason);
            case 6 -> reason.startsWith(FILE_MISSING) ? new TargetNotFoundException(account, command, code, reason)
                    : new UnsupportedCallException(account, command, code, reason);
            case PERMISSION -> new PermissionDeniedException(account, command, code, reason);
            case 20 -> new AccountMutedException(account, command, code, reason);
            case 30 -> new MessageTooLongException(account, command, code, reason);
            case 400 -> reason.equals(COMMAND_FAILED)
                    ? new ServerFailedException(account, command, code, reason,
                            "there is no such command, or it failed while it ran; the server's log tells more")
                    : new InvalidCallException(account, command, code, reason);
            case 500 -> failure(account, command, code, reason);
            default -> new CallRejectedException(account, command, code, reason);
        };
    }

    /** Code 500 is for all that the server has no other code for; some of it is said by the exception's words. */
    private static CallFailedException failure(String account, String command, int code, String reason) {
        if (INVALID.stream().anyMatch(reason::startsWith)) {
            return new InvalidCallException(account, command, code, reason);
        }
        return reason.endsWith(UNSUPPORTED) ? new UnsupportedCallException(account, command, code, reason)
                : new ServerFailedException(account, command, code, reason);
    }

}
