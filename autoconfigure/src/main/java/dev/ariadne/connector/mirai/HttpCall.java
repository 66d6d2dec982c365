package dev.ariadne.connector.mirai;

import java.io.IOException;
import java.net.ConnectException;
import java.util.concurrent.CompletableFuture;

import dev.ariadne.AccountOfflineException;
import dev.ariadne.CallEffect;
import dev.ariadne.CallFailedException;
import dev.ariadne.CallRejectedException;
import dev.ariadne.ConnectionLostException;
import dev.ariadne.InvalidCallException;
import dev.ariadne.UnreadableContentException;
import dev.ariadne.UnsupportedCallException;
import dev.ariadne.json.JsonFields;
import dev.ariadne.json.MalformedJsonException;

/**
 * A command that is made by HTTP.
 *
 * @param <R> the type of what comes of it
 */
final class HttpCall<R> {

    private final String account;

    private final Command<R> command;

    private final CompletableFuture<R> future = new CompletableFuture<>();

    HttpCall(String account, Command<R> command) {
        this.account = account;
        this.command = command;
    }

    Command<R> command() {
        return this.command;
    }

    /** Returns what is told what came of it. It is cancelled by who does not wait any more. */
    CompletableFuture<R> future() {
        return this.future;
    }

    /** Completes it with the server's answer. */
    void answer(JsonFields answer) {
        try {
            this.future.complete(this.command.read(this.account, answer));
        }
        catch (CallFailedException ex) {
            this.future.completeExceptionally(ex);
        }
    }

    /** Completes it because the link is no more. */
    void lost(CallEffect effect, Throwable cause) {
        this.future
            .completeExceptionally(new ConnectionLostException(this.account, this.command.name(), effect, cause));
    }

    /** Completes it because its request failed. */
    void fail(Throwable failure) {
        this.future.completeExceptionally(failure(Causes.unwrap(failure)));
    }

    private CallFailedException failure(Throwable cause) {
        String name = this.command.name();
        if (cause instanceof ContentException) {
            return new UnreadableContentException(this.account, name, String.valueOf(cause.getMessage()),
                    cause.getCause());
        }
        if (cause instanceof HttpStatusException status) {
            return refused(status.status());
        }
        if (cause instanceof MalformedJsonException) {
            return new UnexpectedAnswerException(this.account, name, String.valueOf(cause.getMessage()));
        }
        if (cause instanceof IllegalArgumentException) {
            return new InvalidCallException(this.account, name, 400, String.valueOf(cause.getMessage()));
        }
        if (cause instanceof ConnectException) {
            return new AccountOfflineException(this.account, name, "the server of ariadne.accounts." + this.account
                    + ".mirai.http-client.url cannot be reached: " + Causes.describe(cause));
        }
        if (cause instanceof SessionEndException end) {
            return end.of(this.account, name);
        }
        return new ConnectionLostException(this.account, name, new IOException(Causes.describe(cause), cause));
    }

    private CallFailedException refused(int status) {
        String name = this.command.name();
        String words = "HTTP " + status;
        return switch (status) {
            case 404 -> new UnsupportedCallException(this.account, name, status, words + ", no such command");
            case 405 -> new UnsupportedCallException(this.account, name, status, words + ", not by this method");
            case 413 -> new InvalidCallException(this.account, name, status, words + ", too large");
            default -> (status >= 400 && status < 500) ? new CallRejectedException(this.account, name, status, words)
                    : new UnexpectedAnswerException(this.account, name, words);
        };
    }

}
