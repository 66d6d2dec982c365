package dev.ariadne.connector.mirai;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import dev.ariadne.json.Json;
import dev.ariadne.json.JsonFields;
import dev.ariadne.json.MalformedJsonException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes commands as HTTP requests to one server (protocol notes 3 and 6, observed on 2.10.0). The session travels in a
 * header, since URLs end in access logs.
 * <p>
 * Only HTTP/1.1 will do: where an upgrade to HTTP/2 is offered, the server leaves the next request on the same
 * connection without an answer (observed on 2.10.0).
 */
final class HttpRequests {

    /** An answer of more characters is refused. */
    static final int MAX_LENGTH = MiraiSocket.MAX_LENGTH;

    private static final int OK = 200;

    private final HttpClient client;

    private final URI base;

    private final Executor executor;

    private final Executor reading;

    /**
     * Creates what makes requests.
     *
     * @param client what carries them
     * @param base what comes before the path of a command
     * @param executor makes requests, and is where answers are told
     * @param reading reads the files of uploads, which may block
     */
    HttpRequests(HttpClient client, URI base, Executor executor, Executor reading) {
        this.client = client;
        this.base = base;
        this.executor = executor;
        this.reading = reading;
    }

    URI base() {
        return this.base;
    }

    Executor executor() {
        return this.executor;
    }

    /**
     * Makes a command. The future has the answer, whatever its code, or fails with an {@link HttpStatusException}, a
     * {@link MalformedJsonException}, a {@link ContentException} or another {@link IOException}, or with an
     * {@link IllegalArgumentException} if no request can be made of the command. To complete it in any way ends the
     * request; one that has not begun is not made.
     */
    CompletableFuture<JsonFields> send(Command<?> command, @Nullable String session) {
        CompletableFuture<JsonFields> answer = new CompletableFuture<>();
        // To look up a host name blocks, and so may a file.
        Executor executor = (command.method() == Command.Method.UPLOAD) ? this.reading : this.executor;
        executor.execute(() -> {
            try {
                if (!answer.isDone()) {
                    begin(command, session, answer);
                }
            }
            catch (IOException | RuntimeException | Error ex) {
                answer.completeExceptionally(ex);
            }
        });
        return answer;
    }

    private void begin(Command<?> command, @Nullable String session, CompletableFuture<JsonFields> answer)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder();
        if (session != null) {
            request.header("sessionKey", session);
        }
        switch (command.method()) {
            case GET -> exchange(request.uri(uri(command, query(command.content()))).GET(), answer);
            case POST -> exchange(request.uri(uri(command, "")).POST(json(command.content()))
                    .header("Content-Type", "application/json; charset=utf-8"), answer);
            case UPLOAD -> upload(request.uri(uri(command, "")), command, answer);
        }
    }

    private static BodyPublisher json(ObjectNode content) {
        return BodyPublishers.ofString(whole(Json.write(content)), StandardCharsets.UTF_8);
    }

    private void upload(HttpRequest.Builder request, Command<?> command, CompletableFuture<JsonFields> answer)
            throws IOException {
        MultipartBody body = MultipartBody.of(command, this.reading);
        // What the content could not do tells more than what became of the request.
        body.failed().thenAccept(answer::completeExceptionally);
        answer.whenComplete((fields, failure) -> body.stop());
        exchange(request.POST(body).header("Content-Type", body.contentType()), answer);
    }

    private URI uri(Command<?> command, String query) {
        return URI.create(this.base + command.path() + query);
    }

    private static String query(ObjectNode content) {
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        for (Map.Entry<String, JsonNode> parameter : content.properties()) {
            // A parameter that has a list as its value is given once for each.
            for (JsonNode value : parameter.getValue().isArray() ? parameter.getValue() : Json.array()
                    .add(parameter.getValue())) {
                if (!value.isNull()) {
                    query.add(encode(parameter.getKey()) + "=" + encode(text(value)));
                }
            }
        }
        return query.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(whole(text), StandardCharsets.UTF_8);
    }

    /** Returns a value as a parameter or a form field has it. */
    static String text(JsonNode value) {
        return whole(value.isString() ? value.stringValue() : Json.write(value));
    }

    /** What cannot be written in UTF-8 would arrive as something else. */
    private static String whole(String text) {
        if (!Surrogates.areWhole(text)) {
            throw new IllegalArgumentException("a text contains half of a surrogate pair");
        }
        return text;
    }

    private void exchange(HttpRequest.Builder request, CompletableFuture<JsonFields> answer) {
        CompletableFuture<HttpResponse<String>> sent = this.client.sendAsync(request.build(),
                (head) -> new TextSubscriber(MAX_LENGTH));
        sent.whenCompleteAsync((response, failure) -> complete(answer, response, failure), this.executor);
        answer.whenComplete((fields, failure) -> sent.cancel(true));
    }

    private static void complete(CompletableFuture<JsonFields> answer, @Nullable HttpResponse<String> response,
            @Nullable Throwable failure) {
        try {
            if (response != null) {
                answer.complete(read(response));
            }
            else if (failure != null) {
                answer.completeExceptionally(cause(failure));
            }
        }
        catch (HttpStatusException | RuntimeException | Error ex) {
            answer.completeExceptionally(ex);
        }
    }

    private static JsonFields read(HttpResponse<String> response) throws HttpStatusException {
        if (response.statusCode() != OK) {
            throw new HttpStatusException(response.statusCode());
        }
        return new JsonFields(Json.parse(response.body()), "answer");
    }

    /** The JDK wraps a failure of the one who reads the body. */
    private static Throwable cause(Throwable failure) {
        for (Throwable cause : Causes.of(failure)) {
            if (cause instanceof MalformedJsonException) {
                return cause;
            }
        }
        return Causes.unwrap(failure);
    }

}
