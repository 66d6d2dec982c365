package dev.ariadne.connector.mirai;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;

/**
 * A client without a network: each request gets the next of some answers, at once; then none gets any.
 */
final class AnsweringClient extends HttpClient {

    private static final Pattern STATUS = Pattern.compile("([1-9]\\d\\d) (.*)", Pattern.DOTALL);

    private final Iterator<String> answers;

    private int requests;

    AnsweringClient(List<String> answers) {
        this.answers = answers.iterator();
    }

    boolean hasAnswers() {
        return this.answers.hasNext();
    }

    int requests() {
        return this.requests;
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        this.requests++;
        if (!this.answers.hasNext()) {
            return new CompletableFuture<>();
        }
        String answer = this.answers.next();
        if (answer.equals("#reset")) {
            return CompletableFuture.failedFuture(new IOException("reset"));
        }
        Matcher matcher = STATUS.matcher(answer);
        boolean plain = !matcher.matches();
        Head head = new Head(plain ? 200 : Integer.parseInt(matcher.group(1)));
        return body(handler.apply(head), FuzzSeeds.bytes(plain ? answer : matcher.group(2)))
            .thenApply((body) -> new Response<>(request, head, body));
    }

    /** Brings a body in parts of a few bytes first, and then the rest. */
    private static <T> CompletableFuture<T> body(HttpResponse.BodySubscriber<T> subscriber, byte[] body) {
        subscriber.onSubscribe(new Flow.Subscription() {

            @Override
            public void request(long count) {
                // It comes anyway.
            }

            @Override
            public void cancel() {
                // It comes anyway.
            }

        });
        int start = Math.min(body.length, 7);
        for (int i = 0; i < start; i++) {
            subscriber.onNext(List.of(ByteBuffer.wrap(body, i, 1)));
        }
        subscriber.onNext(List.of(ByteBuffer.wrap(body, start, body.length - start)));
        subscriber.onComplete();
        return subscriber.getBody().toCompletableFuture();
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, HttpResponse.BodyHandler<T> handler,
            HttpResponse.PushPromiseHandler<T> pushPromiseHandler) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return Optional.empty();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return Optional.empty();
    }

    @Override
    public Redirect followRedirects() {
        return Redirect.NEVER;
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return Optional.empty();
    }

    @Override
    public SSLContext sslContext() {
        throw new UnsupportedOperationException();
    }

    @Override
    public SSLParameters sslParameters() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return Optional.empty();
    }

    @Override
    public Version version() {
        return Version.HTTP_1_1;
    }

    @Override
    public Optional<Executor> executor() {
        return Optional.empty();
    }

    private record Head(int statusCode) implements HttpResponse.ResponseInfo {

        @Override
        public HttpHeaders headers() {
            return HttpHeaders.of(Map.of(), (name, value) -> true);
        }

        @Override
        public Version version() {
            return Version.HTTP_1_1;
        }

    }

    private record Response<T>(HttpRequest request, Head head, T body) implements HttpResponse<T> {

        @Override
        public int statusCode() {
            return this.head.statusCode();
        }

        @Override
        public Optional<HttpResponse<T>> previousResponse() {
            return Optional.empty();
        }

        @Override
        public HttpHeaders headers() {
            return this.head.headers();
        }

        @Override
        public Optional<SSLSession> sslSession() {
            return Optional.empty();
        }

        @Override
        public URI uri() {
            return this.request.uri();
        }

        @Override
        public Version version() {
            return Version.HTTP_1_1;
        }

    }

}
