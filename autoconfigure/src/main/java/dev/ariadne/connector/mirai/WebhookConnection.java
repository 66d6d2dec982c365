package dev.ariadne.connector.mirai;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

import dev.ariadne.UnsupportedCallException;
import dev.ariadne.call.Call;
import dev.ariadne.concurrent.SerialExecutor;
import dev.ariadne.connector.ConnectFailedException.Retry;
import dev.ariadne.connector.ConnectRequest;
import dev.ariadne.connector.Connection;
import dev.ariadne.connector.ConnectionListener;
import dev.ariadne.event.AriadneEventPublisher;
import dev.ariadne.event.ReceivedEvent;
import dev.ariadne.event.bot.BotEvent;
import dev.ariadne.json.Json;
import dev.ariadne.json.JsonFields;
import dev.ariadne.json.MalformedJsonException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * The link by an account's webhook, and by the HTTP session that carries its calls if there is one: then the link lives
 * as long as that. Without one the link is there at once and stays; whether the account is logged in is known only from
 * its events.
 */
final class WebhookConnection implements Connection {

    private static final Logger logger = LoggerFactory.getLogger(WebhookConnection.class);

    private static final int NOT_SUPPORTED = 6;

    private final ConnectRequest request;

    private final WebhookEndpoint endpoint;

    private final Executor serial;

    private final EventDecoder decoder;

    // Used on the serial executor only.
    private final RecentEvents recent = new RecentEvents();

    private volatile @Nullable Connection calls;

    private volatile boolean over;

    private WebhookConnection(ConnectRequest request, WebhookEndpoint endpoint, Executor executor) {
        this.request = request;
        this.endpoint = endpoint;
        this.serial = new SerialExecutor(executor);
        this.decoder = new EventDecoder(request.ariadne());
    }

    /**
     * Begins an attempt.
     *
     * @param calls connects the HTTP session that carries calls, null if there is none
     */
    static CompletableFuture<Connection> connect(ConnectRequest request, WebhookEndpoint endpoint, Executor executor,
            @Nullable Function<ConnectRequest, CompletableFuture<Connection>> calls) {
        WebhookConnection connection = new WebhookConnection(request, endpoint, executor);
        return (calls != null) ? connection.beside(calls) : connection.alone();
    }

    private CompletableFuture<Connection> alone() {
        CompletableFuture<Connection> result = new CompletableFuture<>();
        this.serial.execute(() -> complete(result));
        return result;
    }

    private CompletableFuture<Connection> beside(Function<ConnectRequest, CompletableFuture<Connection>> calls) {
        ConnectRequest own = new ConnectRequest(this.request.ariadne(), this.request.settings(),
                this.request.timeout(), this.request.heartbeatInterval(), this.request.scheduler(),
                new SessionListener());
        CompletableFuture<Connection> session = calls.apply(own);
        CompletableFuture<Connection> result = new CompletableFuture<>();
        session.whenCompleteAsync((connection, failure) -> {
            this.calls = connection;
            if (failure != null) {
                result.completeExceptionally(Causes.unwrap(failure));
            }
            else {
                complete(result);
            }
        }, this.serial);
        result.whenComplete((connection, failure) -> {
            if (result.isCancelled()) {
                end();
            }
            if (failure != null) {
                session.cancel(true);
                session.thenAccept(Connection::close);
            }
        });
        return result;
    }

    private void complete(CompletableFuture<Connection> result) {
        if (result.complete(this) && !this.over) {
            List<byte[]> held = this.endpoint.attach(this);
            long told = held.stream().takeWhile((body) -> handle(body) != WebhookEndpoint.NO_LINK).count();
            this.endpoint.lost(held.size() - told, "the account was stopped while they were told");
        }
    }

    /** Returns the HTTP status to answer with. Events are told in the order of these calls. */
    int receive(byte[] body) {
        return CompletableFuture.supplyAsync(() -> handle(body), this.serial).join();
    }

    private int handle(byte[] body) {
        if (this.over) {
            return WebhookEndpoint.NO_LINK;
        }
        try {
            JsonNode json = Json.parse(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
            ReceivedEvent event = this.decoder.decode(new JsonFields(json, "event"));
            if (!this.recent.contains(body, json, this.request.scheduler().nanoTime())) {
                tell(event);
            }
            return 204;
        }
        catch (CharacterCodingException ex) {
            this.endpoint.refused("a body that is not UTF-8");
            return 400;
        }
        catch (MalformedJsonException ex) {
            this.endpoint.refused("a body that is no event, " + ex.getMessage());
            return 400;
        }
        catch (RuntimeException ex) {
            String account = this.request.ariadne().name();
            AriadneEventPublisher.runNamed(account,
                    () -> logger.error("Account '{}': a received event was not handled", account, ex));
            return 500;
        }
    }

    private void tell(ReceivedEvent event) {
        this.request.listener().received(event);
        if (event instanceof BotEvent botEvent) {
            LoginState.tell(botEvent, this.request.listener(), this.calls != null);
        }
    }

    @Override
    public <R> CompletableFuture<R> call(Call<R> call) {
        Connection calls = this.calls;
        return (calls != null) ? calls.call(call) : CompletableFuture.failedFuture(new UnsupportedCallException(
                this.request.ariadne().name(), call.command(), NOT_SUPPORTED,
                "a webhook carries no calls; configure an http-client beside the http-server"));
    }

    /** The webhook never pauses: the server would lose what it cannot post within ten seconds. */
    @Override
    public void resume() {
        Connection calls = this.calls;
        if (calls != null) {
            calls.resume();
        }
    }

    @Override
    public CompletableFuture<Void> close() {
        end();
        Connection calls = this.calls;
        CompletableFuture<Void> closed = (calls != null) ? calls.close() : CompletableFuture.completedFuture(null);
        // What the listener is being told at this moment is told before the future completes.
        return closed.thenRunAsync(() -> { }, this.serial);
    }

    private void end() {
        this.over = true;
        this.endpoint.detach(this);
    }

    /** Is told what happens to the session that carries calls. */
    private final class SessionListener implements ConnectionListener {

        private final ConnectionListener listener = WebhookConnection.this.request.listener();

        @Override
        public boolean hasCapacity() {
            return this.listener.hasCapacity();
        }

        @Override
        public void received(ReceivedEvent event) {
            tell(() -> this.listener.received(event));
        }

        @Override
        public void rejected(String reason) {
            tell(() -> this.listener.rejected(reason));
        }

        @Override
        public void missed(String reason) {
            tell(() -> this.listener.missed(reason));
        }

        @Override
        public void loggedIn() {
            tell(this.listener::loggedIn);
        }

        @Override
        public void loggedOut(String reason, Retry replacement) {
            tell(() -> this.listener.loggedOut(reason, replacement));
        }

        @Override
        public void lost(Throwable cause) {
            tell(() -> {
                end();
                this.listener.lost(cause);
            });
        }

        @Override
        public void reachable() {
            this.listener.reachable();
        }

        private void tell(Runnable action) {
            WebhookConnection.this.serial.execute(() -> {
                if (!WebhookConnection.this.over) {
                    action.run();
                }
            });
        }

    }

}
