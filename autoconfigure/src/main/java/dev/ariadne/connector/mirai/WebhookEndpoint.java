package dev.ariadne.connector.mirai;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

import dev.ariadne.AccountStatus;
import dev.ariadne.Ariadne;
import dev.ariadne.event.AriadneEventPublisher;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The path to which the server of one account posts its events: its webhook. A server posts the events of all its bots
 * to each of its destinations; those of other bots are refused quietly.
 *
 * @since 0.1.0
 */
public final class WebhookEndpoint implements MiraiEndpoint {

    /** The longest body that is read, in bytes. No event that has been seen comes near to it. */
    public static final int MAX_BODY_LENGTH = 4 * 1024 * 1024;

    /** The status while there is no link. */
    static final int NO_LINK = 503;

    private static final Logger logger = LoggerFactory.getLogger(MiraiEndpoints.class);

    /** The headers that tell whose event it is (protocol notes 8, observed on 2.10.0). */
    private static final List<String> BOT_HEADERS = List.of("qq", "X-qq", "bot", "X-bot");

    private final Ariadne ariadne;

    private final RequiredSecrets secrets;

    private final Refusals refusals;

    private final AtomicBoolean otherBotTold = new AtomicBoolean();

    // Guards all that follows.
    private final ReentrantLock lock = new ReentrantLock();

    private final HeldBodies held = new HeldBodies(
            (count) -> lost(count, "the account had no link for longer than they are kept"));

    private @Nullable WebhookConnection connection;

    WebhookEndpoint(Ariadne ariadne, MiraiSettings.HttpServer link) {
        this.ariadne = ariadne;
        this.secrets = new RequiredSecrets(Map.of(), link.headers());
        this.refusals = new Refusals(ariadne, link.path(), "", System::nanoTime);
    }

    /** Warns if anybody may come. */
    void warnIfOpen(String path) {
        if (this.secrets.isEmpty()) {
            AriadneEventPublisher.runNamed(this.ariadne.name(), () -> logger.warn(
                    "Account '{}': http-server requires no header, so anybody who can reach {} can make up events; "
                            + "set headers, here and as extraHeaders of mirai-api-http", this.ariadne.name(), path));
        }
    }

    @Override
    public int check(EndpointRequest request) {
        List<String> missing = this.secrets.missingIn(request);
        if (!missing.isEmpty()) {
            refused("missing or wrong " + String.join(", ", missing));
            return 403;
        }
        List<String> bots = new ArrayList<>();
        BOT_HEADERS.forEach((name) -> bots.addAll(request.headers(name)));
        if (bots.isEmpty()) {
            refused("no header qq or bot");
            return 400;
        }
        String own = Long.toString(this.ariadne.id());
        if (!bots.stream().allMatch(own::equals)) {
            refusedOtherBot();
            return 404;
        }
        return ADMITTED;
    }

    private void refusedOtherBot() {
        if (this.otherBotTold.compareAndSet(false, true)) {
            AriadneEventPublisher.runNamed(this.ariadne.name(), () -> logger.info(
                    "Account '{}': an event of another bot than {} was refused, as all such will be; that is as it "
                            + "should be if its server has several bots", this.ariadne.name(), this.ariadne.id()));
        }
    }

    @Override
    public void refused(String reason) {
        this.refusals.add(reason);
    }

    /**
     * The body of a request that was admitted has come. Returns when the event is on its way to listeners; none of them
     * is waited for.
     *
     * @return the HTTP status to answer with
     */
    public int receive(byte[] body) {
        WebhookConnection connection = connectionOrNull();
        int status = (connection != null) ? connection.receive(body) : NO_LINK;
        // The link may have ended meanwhile.
        return (status == NO_LINK) ? keep(body) : status;
    }

    private @Nullable WebhookConnection connectionOrNull() {
        this.lock.lock();
        try {
            return this.connection;
        }
        finally {
            this.lock.unlock();
        }
    }

    private int keep(byte[] body) {
        WebhookConnection next;
        boolean kept;
        this.lock.lock();
        try {
            next = this.connection;
            kept = next == null && isHopeful() && this.held.add(body, System.nanoTime());
        }
        finally {
            this.lock.unlock();
        }
        int status = kept ? 204 : (next != null) ? next.receive(body) : NO_LINK;
        if (status == NO_LINK) {
            refused("the account has no link at this moment");
        }
        return status;
    }

    /** Tells whether there will be a connection, sooner or later: what comes until then is kept for a while. */
    private boolean isHopeful() {
        return this.ariadne.launchStatus().stage().isRunning() && this.ariadne.status() != AccountStatus.PARKED;
    }

    /** Events that were accepted have been lost. */
    void lost(long count, String reason) {
        if (count > 0) {
            AriadneEventPublisher.runNamed(this.ariadne.name(), () -> logger.warn(
                    "Account '{}': {} event(s) that came while there was no link are lost: {}",
                    this.ariadne.name(), count, reason));
        }
    }

    /**
     * There is a connection.
     *
     * @return what has come before
     */
    List<byte[]> attach(WebhookConnection connection) {
        this.lock.lock();
        try {
            this.connection = connection;
            return this.held.take(System.nanoTime());
        }
        finally {
            this.lock.unlock();
        }
    }

    /** The connection is no more. */
    void detach(WebhookConnection connection) {
        this.lock.lock();
        try {
            if (this.connection == connection) {
                this.connection = null;
            }
        }
        finally {
            this.lock.unlock();
        }
    }

    /** The account has been told to stop, after which {@link #isHopeful} denies: nothing is kept any more. */
    void stopped() {
        int dropped;
        this.lock.lock();
        try {
            dropped = this.held.clear();
        }
        finally {
            this.lock.unlock();
        }
        lost(dropped, "the account was stopped");
    }

}
