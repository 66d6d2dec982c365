package dev.ariadne.connector.mirai;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.ariadne.concurrent.Scheduler;
import dev.ariadne.json.JsonFields;

/**
 * A session at a server, as HTTP requests use it. It may have been made by HTTP or by a WebSocket (protocol notes 6).
 */
final class HttpSession {

    private final HttpRequests requests;

    private final String key;

    private final Scheduler scheduler;

    private final AtomicBoolean heard = new AtomicBoolean();

    HttpSession(HttpRequests requests, String key, Scheduler scheduler) {
        this.requests = requests;
        this.key = key;
        this.scheduler = scheduler;
    }

    /** Returns another session of the server, as the requests of this one use it. */
    HttpSession withKey(String key) {
        return new HttpSession(this.requests, key, this.scheduler);
    }

    /** Returns its key, which is a secret. */
    String key() {
        return this.key;
    }

    HttpRequests requests() {
        return this.requests;
    }

    /** Tells whether any answer has come since the last question. */
    boolean takeHeard() {
        return this.heard.getAndSet(false);
    }

    /**
     * Makes a command, like {@link HttpRequests#send}. Fails with a {@link SessionEndException} if the server says so.
     */
    CompletableFuture<JsonFields> send(Command<?> command) {
        CompletableFuture<JsonFields> sent = this.requests.send(command, this.key);
        CompletableFuture<JsonFields> answer = sent.thenApply(this::heard);
        answer.whenComplete((fields, failure) -> sent.cancel(true));
        return answer;
    }

    private JsonFields heard(JsonFields answer) {
        this.heard.set(true);
        int code = answer.json().path("code").asInt(0);
        if (SessionEndException.isToldBy(code)) {
            throw new CompletionException(new SessionEndException(code, answer.json().path("msg").asString("")));
        }
        return answer;
    }

    /** Makes a command that fails with an {@link IOException} if there is no answer within a time limit. */
    CompletableFuture<JsonFields> send(Command<?> command, Duration limit) {
        CompletableFuture<JsonFields> answer = send(command);
        limit(answer, command.name(), limit);
        return answer;
    }

    /** Sets a time limit to what awaits an answer. */
    void limit(CompletableFuture<JsonFields> answer, String command, Duration limit) {
        Scheduler.Timer timer = this.scheduler.after(limit, () -> answer.completeExceptionally(
                new HttpTimeoutException("no answer to " + command + " within " + limit.toMillis() + " ms")));
        answer.whenComplete((fields, failure) -> timer.cancel());
    }

    /** Leaves out the key. */
    @Override
    public String toString() {
        return "session at " + this.requests.base();
    }

}
