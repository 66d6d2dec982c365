package dev.ariadne.connector.mirai;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import dev.ariadne.concurrent.Scheduler;
import dev.ariadne.connector.ConnectFailedException;
import dev.ariadne.connector.ConnectFailedException.Retry;
import dev.ariadne.connector.ConnectRequest;
import dev.ariadne.connector.Connection;
import dev.ariadne.json.Json;
import dev.ariadne.json.JsonFields;
import dev.ariadne.json.MalformedJsonException;
import tools.jackson.databind.node.ObjectNode;

/**
 * One attempt to open a session for an account by HTTP: it is verified, then bound (protocol notes 6). If the attempt
 * is abandoned meanwhile, a session that comes of it is released.
 */
final class HttpAttempt {

    /** The key of all sessions of a server in single mode, where verifying binds and the command to bind is refused. */
    private static final String SINGLE_SESSION = "SINGLE_SESSION";

    private static final int UNSUPPORTED = 6;

    private final ConnectRequest request;

    private final HttpRequests requests;

    private final ConnectFailures failures;

    private final SessionReleases releases;

    private final HttpConnection.Mode mode;

    private final CompletableFuture<Connection> result = new CompletableFuture<>();

    HttpAttempt(ConnectRequest request, HttpRequests requests, ConnectFailures failures, SessionReleases releases,
            HttpConnection.Mode mode) {
        this.request = request;
        this.requests = requests;
        this.failures = failures;
        this.releases = releases;
        this.mode = mode;
    }

    /** Begins. The result can be cancelled at any time. */
    CompletableFuture<Connection> start(String verifyKey) {
        Scheduler.Timer timer = this.request.scheduler().after(this.request.timeout(),
                () -> fail(this.failures.ofNoAnswer(this.request.timeout())));
        this.result.whenComplete((connection, failure) -> timer.cancel());
        CompletableFuture<JsonFields> verified = this.requests
                .send(command("verify", Json.object().put("verifyKey", verifyKey)), null);
        // What is verified only lives three minutes, so there is nothing to be released yet.
        this.result.whenComplete((connection, failure) -> verified.cancel(true));
        verified.thenApply(this::session).thenCompose(this::bind).whenComplete((session, failure) -> {
            if (session != null) {
                bound(session);
            }
            else if (failure != null) {
                fail(told(Causes.unwrap(failure)));
            }
        });
        return this.result;
    }

    private static Command<JsonFields> command(String name, ObjectNode content) {
        return Command.post(name, content, (data) -> data);
    }

    private HttpSession session(JsonFields answer) {
        check(answer);
        String key = answer.text("session");
        if (!key.matches("[!-~]+")) {
            throw new MalformedJsonException("answer.session is no session key");
        }
        return new HttpSession(this.requests, key, this.request.scheduler());
    }

    private void check(JsonFields answer) {
        long code = answer.number("code");
        if (code != 0) {
            throw new CompletionException(this.failures.ofRefusal(code, answer.text("msg", "")));
        }
    }

    private CompletableFuture<HttpSession> bind(HttpSession session) {
        // Before, because in single mode all sessions are one, and to release the old one would end the new one.
        return this.releases.releaseLeft(session, accountId())
                .thenCompose((nothing) -> this.result.isDone() ? CompletableFuture.failedFuture(abandoned())
                        : sendBind(session))
                .thenCompose((answer) -> {
                    if (session.key().equals(SINGLE_SESSION) && answer.number("code") == UNSUPPORTED) {
                        return this.requests.send(Command.heartbeat(), session.key()).thenApply(this::checkBot);
                    }
                    return CompletableFuture.completedFuture(answer);
                })
                .thenApply((answer) -> {
                    check(answer);
                    return session;
                });
    }

    private static ConnectFailedException abandoned() {
        return new ConnectFailedException("the attempt was abandoned", Retry.BACK_OFF, null);
    }

    private CompletableFuture<JsonFields> sendBind(HttpSession session) {
        CompletableFuture<JsonFields> answer = this.requests.send(command("bind",
                Json.object().put("sessionKey", session.key()).put("qq", accountId())), session.key());
        this.result.whenComplete((connection, failure) -> {
            if (failure != null && !answer.isDone()) {
                // It may have taken effect, so its answer is awaited a little, to be followed by a release.
                Scheduler.Timer timer = this.request.scheduler()
                        .after(SessionReleases.LIMIT, () -> answer.cancel(true));
                answer.whenComplete((fields, end) -> timer.cancel());
            }
        });
        answer.whenComplete((fields, failure) -> {
            if (failure != null) {
                this.releases.release(session, accountId());
            }
        });
        return answer;
    }

    private JsonFields checkBot(JsonFields sessionInfo) {
        check(sessionInfo);
        long bot = sessionInfo.object("data").object("qq").number("id");
        if (bot != accountId()) {
            throw new CompletionException(this.failures.ofOtherBot(bot));
        }
        return sessionInfo;
    }

    private long accountId() {
        return this.request.ariadne().id();
    }

    private void bound(HttpSession session) {
        HttpConnection connection = new HttpConnection(this.request, session, this.releases, this.mode);
        if (this.result.complete(connection)) {
            connection.start();
        }
        else {
            this.releases.release(session, accountId());
        }
    }

    private void fail(ConnectFailedException failure) {
        this.result.completeExceptionally(failure);
    }

    private ConnectFailedException told(Throwable cause) {
        if (cause instanceof ConnectFailedException failure) {
            return failure;
        }
        if (cause instanceof HttpStatusException status) {
            return this.failures.ofStatus(status.status());
        }
        if (cause instanceof MalformedJsonException malformed) {
            return this.failures.ofAnswer(malformed.getMessage());
        }
        return this.failures.ofHandshake(cause);
    }

}
