package dev.ariadne.connector.mirai;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import dev.ariadne.Ariadne;
import dev.ariadne.TestAriadne;
import dev.ariadne.concurrent.ManualScheduler;
import dev.ariadne.connector.ConnectFailedException;
import dev.ariadne.connector.ConnectRequest;
import dev.ariadne.connector.Connection;
import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * An account, its connector, a listener and a clock, all set up.
 */
final class MiraiClient implements AutoCloseable {

    static final String KEY = "KEY1234567";

    static final Duration TIMEOUT = Duration.ofSeconds(10);

    static final Duration HEARTBEAT = Duration.ofSeconds(30);

    final Ariadne ariadne = new TestAriadne("alice", 10001);

    final RecordingListener listener = new RecordingListener();

    final ManualScheduler scheduler = new ManualScheduler();

    final MiraiConnector connector = new MiraiConnector();

    /** Begins an attempt. */
    CompletableFuture<Connection> connect(URI url) {
        return connect(MiraiSettings.of(KEY, url));
    }

    CompletableFuture<Connection> connect(MiraiSettings settings) {
        return this.connector.connect(new ConnectRequest(this.ariadne, settings, TIMEOUT, HEARTBEAT, this.scheduler,
                this.listener));
    }

    /** Begins an attempt by HTTP alone. */
    CompletableFuture<Connection> connectByHttp(URI url) {
        return connect(new MiraiSettings(KEY, null, new MiraiSettings.HttpClient(url), null, null));
    }

    /** Waits for a connection. */
    Connection connected(URI url) throws Exception {
        return connect(url).get(10, TimeUnit.SECONDS);
    }

    /** Waits for the failure of an attempt. */
    ConnectFailedException failure(CompletableFuture<Connection> attempt) {
        Throwable failure = catchThrowableOfType(ExecutionException.class, () -> attempt.get(10, TimeUnit.SECONDS));
        return (ConnectFailedException) Objects.requireNonNull(failure.getCause());
    }

    /**
     * Lets time go on until the listener has been told something. The JDK does not always tell the end of a link that
     * follows close on a message; it is found out in time.
     */
    void awaitTold() {
        Awaitility.await().until(() -> {
            this.scheduler.advance(EndProbe.INTERVAL);
            return !this.listener.isQuiet();
        });
    }

    @Override
    public void close() {
        this.connector.close();
    }

}
