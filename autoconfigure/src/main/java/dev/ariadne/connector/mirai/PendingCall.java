package dev.ariadne.connector.mirai;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

import dev.ariadne.CallEffect;
import dev.ariadne.CallFailedException;
import dev.ariadne.ConnectionLostException;
import dev.ariadne.json.JsonFields;
import org.jspecify.annotations.Nullable;

/**
 * A command whose answer has not come.
 *
 * @param <R> the type of what comes of it
 */
final class PendingCall<R> {

    private final String account;

    private final long id;

    private final boolean ofUser;

    // Null when the future is done: what is kept for its place only is not to keep its content.
    private volatile @Nullable Command<R> command;

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
        this.ofUser = command.ofUser();
        this.command = command;
        this.future.whenComplete((result, failure) -> this.command = null);
    }

    long id() {
        return this.id;
    }

    /** Tells whether somebody waits for it, or did; if not it is a heartbeat. */
    boolean isOfUser() {
        return this.ofUser;
    }

    /** Returns the command, null when nobody waits for it any more. */
    @Nullable Command<R> command() {
        return this.command;
    }

    /** Is told what came of it; cancelled by who does not wait any more. */
    CompletableFuture<R> future() {
        return this.future;
    }

    /** Tells whether to hand it to the socket now. From then on it counts as sent. */
    boolean begin() {
        return !this.future.isDone() && this.progress.compareAndSet(Progress.QUEUED, Progress.SENT);
    }

    /** Tells whether it has been handed to the socket. */
    boolean isSent() {
        return this.progress.get() == Progress.SENT;
    }

    /** Completes it with the server's answer, if somebody waits for that. */
    void answer(JsonFields data) {
        Command<R> command = this.command;
        if (command == null) {
            return;
        }
        try {
            this.future.complete(command.read(this.account, data));
        }
        catch (CallFailedException ex) {
            fail(ex);
        }
    }

    /** Completes it because the link is no more. */
    void lost(Throwable cause) {
        boolean unsent = this.progress.compareAndSet(Progress.QUEUED, Progress.DROPPED);
        Command<R> command = this.command;
        if (command != null) {
            fail(new ConnectionLostException(this.account, command.name(),
                    unsent ? CallEffect.NONE : CallEffect.UNKNOWN, cause));
        }
    }

    void fail(CallFailedException failure) {
        this.future.completeExceptionally(failure);
    }

    /** How far it has come. Only what is queued can be sent or dropped, and only one of both. */
    private enum Progress {

        QUEUED, SENT, DROPPED

    }

}
