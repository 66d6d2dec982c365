package dev.ariadne.connector.mirai;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

import dev.ariadne.CallEffect;
import dev.ariadne.CallFailedException;
import dev.ariadne.ConnectionLostException;
import dev.ariadne.json.JsonFields;

/**
 * A command whose answer has not come.
 *
 * @param <R> the type of what comes of it
 */
final class PendingCall<R> {

    private final String account;

    private final long id;

    private final Command<R> command;

    private final CompletableFuture<R> future = new CompletableFuture<>();

    private final AtomicReference<Progress> progress = new AtomicReference<>(Progress.QUEUED);

    /**
     * Creates a command.
     *
     * @param account the name of the account
     * @param id its number on the connection
     * @param command the command
     */
    PendingCall(String account, long id, Command<R> command) {
        this.account = account;
        this.id = id;
        this.command = command;
    }

    long id() {
        return this.id;
    }

    Command<R> command() {
        return this.command;
    }

    /** Is told what came of it; cancelled by who does not wait any more. */
    CompletableFuture<R> future() {
        return this.future;
    }

    /** Returns the text of its frame. */
    String frame() {
        return this.command.frame(Long.toString(this.id));
    }

    /** Tells whether to hand it to the socket now. From then on it counts as sent. */
    boolean begin() {
        return !this.future.isDone() && this.progress.compareAndSet(Progress.QUEUED, Progress.SENT);
    }

    /** Tells whether it has been handed to the socket. */
    boolean isSent() {
        return this.progress.get() == Progress.SENT;
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
        boolean unsent = this.progress.compareAndSet(Progress.QUEUED, Progress.DROPPED);
        fail(new ConnectionLostException(this.account, this.command.name(),
                unsent ? CallEffect.NONE : CallEffect.UNKNOWN, cause));
    }

    void fail(CallFailedException failure) {
        this.future.completeExceptionally(failure);
    }

    /** How far it has come. Only what is queued can be sent or dropped, and only one of both. */
    private enum Progress {

        QUEUED, SENT, DROPPED

    }

}
