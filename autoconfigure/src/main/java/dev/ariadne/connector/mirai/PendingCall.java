package dev.ariadne.connector.mirai;

import java.util.concurrent.CompletableFuture;

import dev.ariadne.CallFailedException;
import dev.ariadne.ConnectionLostException;
import dev.ariadne.json.JsonFields;

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

    /** Returns the text of its frame. */
    String frame() {
        return this.command.frame(Long.toString(this.id));
    }

    /** Completes it with the server's answer. */
    void answer(JsonFields data) {
        try {
            this.future.complete(this.command.read(this.account, data));
        }
        catch (CallFailedException ex) {
            fail(ex);
        }
    }

    /** Completes it because the link is no more. */
    void lost(Throwable cause) {
        fail(new ConnectionLostException(this.account, this.command.name(), cause));
    }

    void fail(CallFailedException failure) {
        this.future.completeExceptionally(failure);
    }

}
