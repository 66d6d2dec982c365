package dev.ariadne.benchmarks;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * The JDK's WebSocket, with as little around it as possible.
 */
final class RawSocket implements WebSocket.Listener {

    private final Consumer<String> messages;

    private final StringBuilder parts = new StringBuilder();

    private RawSocket(Consumer<String> messages) {
        this.messages = messages;
    }

    /** Connects to the synthetic server. The consumer gets each message, on the thread that reads. */
    static WebSocket connect(Consumer<String> messages) {
        return HttpClient.newHttpClient().newWebSocketBuilder()
            .buildAsync(URI.create("ws://127.0.0.1:" + System.getProperty(SyntheticServer.PORT) + "/all"),
                    new RawSocket(messages))
            .join();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        if (last && this.parts.isEmpty()) {
            this.messages.accept(data.toString());
        }
        else {
            this.parts.append(data);
            if (last) {
                this.messages.accept(this.parts.toString());
                this.parts.setLength(0);
            }
        }
        webSocket.request(1);
        return null;
    }

}
