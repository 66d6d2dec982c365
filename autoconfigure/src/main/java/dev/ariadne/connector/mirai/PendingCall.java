package dev.ariadne.connector.mirai;

import java.util.concurrent.CompletableFuture;

import dev.ariadne.AccountMutedException;
import dev.ariadne.CallFailedException;
import dev.ariadne.CallRejectedException;
import dev.ariadne.ConnectionLostException;
import dev.ariadne.InvalidCallException;
import dev.ariadne.MessageTooLongException;
import dev.ariadne.PermissionDeniedException;
import dev.ariadne.TargetNotFoundException;
import dev.ariadne.UnsupportedCallException;

/**
 * A command whose answer has not come.
 *
 * @param <R> the type of what comes of it
 * @param account the name of the account
 * @param id its number on the connection
 * @param command the command
 * @param future told what came of it; cancelled by who does not wait any more
 */
record PendingCall<R>(String account, long id, Command<R> command, CompletableFuture<R> future) {

    /** How the message begins that tells code 6 for a missing file from code 6 for an unknown command. */
    private static final String FILE_MISSING = "文件不存在";

    /** Returns the text of its frame. */
    String frame() {
        return this.command.frame(Long.toString(this.id));
    }

    /** Completes it with the server's answer. */
    void answer(JsonFields data) {
        try {
            int code = (int) data.number("code");
            if (code == 0) {
                this.future.complete(this.command.reader().apply(data));
            }
            else {
                fail(rejection(code, data.text("msg", "")));
            }
        }
        catch (MalformedFrameException ex) {
            fail(new UnexpectedAnswerException(this.account, this.command.name(), ex.getMessage()));
        }
    }

    /** Completes it because the link is no more. */
    void lost(Throwable cause) {
        fail(new ConnectionLostException(this.account, this.command.name(), cause));
    }

    void fail(CallFailedException failure) {
        this.future.completeExceptionally(failure);
    }

    /** The codes are those of protocol notes 1, observed on 2.10.0. */
    private CallFailedException rejection(int code, String reason) {
        String name = this.command.name();
        return switch (code) {
            case 5 -> new TargetNotFoundException(this.account, name, code, reason);
            case 6 -> reason.startsWith(FILE_MISSING) ? new TargetNotFoundException(this.account, name, code, reason)
                    : new UnsupportedCallException(this.account, name, code, reason);
            case 10 -> new PermissionDeniedException(this.account, name, code, reason);
            case 20 -> new AccountMutedException(this.account, name, code, reason);
            case 30 -> new MessageTooLongException(this.account, name, code, reason);
            case 400 -> new InvalidCallException(this.account, name, code, reason);
            default -> new CallRejectedException(this.account, name, code, reason);
        };
    }

}
