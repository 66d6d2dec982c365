package dev.ariadne.connector.mirai;

import java.net.ProtocolException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;

import javax.net.ssl.SSLException;

import dev.ariadne.Ariadne;
import dev.ariadne.connector.ConnectFailedException;
import dev.ariadne.connector.ConnectFailedException.Retry;
import org.jspecify.annotations.Nullable;

/**
 * Says why an account could not be connected, how to mend it, and whether to try again.
 *
 * @param ariadne the account
 * @param endpoint where it was to be connected
 * @param link the kind of link
 */
record ConnectFailures(Ariadne ariadne, URI endpoint, Link link) {

    /** Tells of a failure before the server had accepted the WebSocket. */
    ConnectFailedException ofHandshake(Throwable failure) {
        Throwable cause = Causes.unwrap(failure);
        if (cause instanceof WebSocketHandshakeException handshake && handshake.getResponse() != null) {
            return ofResponse(handshake.getResponse(), handshake);
        }
        if (cause instanceof ProtocolException) {
            return failed(this.endpoint + " does not speak HTTP, so it is a wrong address: check " + urlKey(),
                    Retry.NEVER, cause);
        }
        if (cause instanceof IllegalArgumentException) {
            return failed("no request can be made to " + this.endpoint + ": check " + urlKey(), Retry.NEVER, null);
        }
        String words = this.endpoint + " cannot be reached: " + Causes.describe(cause);
        return failed(isOfTls(cause) ? words + "; the server must speak TLS at that address, and this JVM must trust "
                + "its certificate (javax.net.ssl.trustStore), which must be for that host: check " + urlKey() : words,
                Retry.BACK_OFF, cause);
    }

    private static boolean isOfTls(Throwable failure) {
        return Causes.of(failure).stream().anyMatch(SSLException.class::isInstance);
    }

    // The handshake exception is not kept as the cause: it holds the request, and that the key.
    private ConnectFailedException ofResponse(HttpResponse<?> response, WebSocketHandshakeException handshake) {
        int status = response.statusCode();
        if (status == 101) {
            return ofUpgrade(response, handshake);
        }
        return ofStatus(status);
    }

    /** Tells of an HTTP status that mirai-api-http does not answer to what it understands. */
    ConnectFailedException ofStatus(int status) {
        if (status >= 500 || status == 408 || status == 429) {
            return failed(this.endpoint + " answered HTTP " + status, Retry.BACK_OFF, null);
        }
        return failed(this.endpoint + " answered HTTP " + status + ", so it is a wrong address: there is no "
                + "mirai-api-http with its adapter '" + this.link.adapter + "' there; check " + urlKey(), Retry.NEVER,
                null);
    }

    private ConnectFailedException ofUpgrade(HttpResponse<?> response, WebSocketHandshakeException handshake) {
        if (response.headers().firstValue("Sec-WebSocket-Extensions").isPresent()) {
            return failed(this.endpoint + " answered the WebSocket handshake with an extension that was not asked "
                    + "for; mirai-api-http does so with 'debug: true' in its setting.yml: set it to false",
                    Retry.SLOWLY, null);
        }
        return failed(this.endpoint + " answered with a broken WebSocket handshake: " + Causes.describe(handshake),
                Retry.BACK_OFF, null);
    }

    /** Tells of a refusal by the server, which comes after the handshake (protocol notes 1 and 5.2). */
    ConnectFailedException ofRefusal(long code, String reason) {
        String answer = " (code " + code + ", " + reason + ")";
        if (code == 1) {
            return failed("wrong verify key" + answer + ": set " + key("verify-key") + " to the verifyKey of "
                    + this.endpoint, Retry.NEVER, null);
        }
        if (code == 2) {
            return failed(this.endpoint + " has no bot " + this.ariadne.id() + answer + ": either ariadne.accounts."
                    + this.ariadne.name() + ".id is wrong, or the bot is not logged in there yet", Retry.SLOWLY, null);
        }
        if (code == 400) {
            return failed(this.endpoint + " does not understand the request" + answer + ": check " + key("verify-key")
                    + " and " + urlKey(), Retry.NEVER, null);
        }
        return failed(this.endpoint + " refuses the connection" + answer, Retry.BACK_OFF, null);
    }

    /** Tells of a link that ended before the server had accepted the account. */
    ConnectFailedException ofEnd(String how, @Nullable Throwable cause) {
        return failed(this.endpoint + " ended the link before it had accepted the account: " + how, Retry.BACK_OFF,
                cause);
    }

    /** Tells of a server that did not answer the handshake in time. */
    ConnectFailedException ofNoHandshake(Duration timeout) {
        return failed(this.endpoint + " cannot be reached: no answer within " + timeout.toMillis() + " ms",
                Retry.BACK_OFF, null);
    }

    /** Tells of a server that took the WebSocket and said nothing (protocol notes 5.4, 5.13). */
    ConnectFailedException ofNoSession(Duration timeout) {
        return failed(this.endpoint + " accepted the WebSocket but opened no session within " + timeout.toMillis()
                + " ms; one reason can be singleMode: a connection before a bot is logged in locks that server until "
                + "its restart", Retry.BACK_OFF, null);
    }

    /** Tells of a server that did not answer a request in time. */
    ConnectFailedException ofNoAnswer(Duration timeout) {
        return failed(this.endpoint + " cannot be reached, or does not answer: no session within " + timeout.toMillis()
                + " ms; one reason can be singleMode: a request before a bot is logged in locks that server until its "
                + "restart", Retry.BACK_OFF, null);
    }

    /** Tells of an answer that is not like those of mirai-api-http. */
    ConnectFailedException ofAnswer(String problem) {
        return failed(this.endpoint + " answers, but not as mirai-api-http does (" + problem + "): check " + urlKey(),
                Retry.SLOWLY, null);
    }

    /** Tells of a server in single mode, which serves one bot whatever it is asked for (protocol notes 5.13). */
    ConnectFailedException ofOtherBot(long bot) {
        return failed(this.endpoint + " is in singleMode and serves bot " + bot + ", not " + this.ariadne.id()
                + ": set singleMode to false in its setting.yml, or ariadne.accounts." + this.ariadne.name() + ".id to "
                + bot, Retry.SLOWLY, null);
    }

    private String urlKey() {
        return key(this.link.key + ".url");
    }

    private String key(String name) {
        return "ariadne.accounts." + this.ariadne.name() + ".mirai." + name;
    }

    private static ConnectFailedException failed(String message, Retry retry, @Nullable Throwable cause) {
        return new ConnectFailedException(message, retry, cause);
    }

    /** A kind of link that this side opens. */
    enum Link {

        WEBSOCKET("websocket-client", "ws"), HTTP("http-client", "http");

        private final String key;

        private final String adapter;

        Link(String key, String adapter) {
            this.key = key;
            this.adapter = adapter;
        }

    }

}
