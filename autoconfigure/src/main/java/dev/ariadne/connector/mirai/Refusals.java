package dev.ariadne.connector.mirai;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

import dev.ariadne.Ariadne;
import dev.ariadne.event.AriadneEventPublisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Tells of the requests that one endpoint refuses: the first at once, then one line a minute with their number.
 */
final class Refusals {

    static final Duration INTERVAL = Duration.ofMinutes(1);

    // What an operator filters by: the package's public face.
    private static final Logger logger = LoggerFactory.getLogger(MiraiEndpoints.class);

    private final Ariadne ariadne;

    private final String path;

    private final String consequence;

    private final LongSupplier nanoTime;

    // Guards all that follows.
    private final ReentrantLock lock = new ReentrantLock();

    private long count;

    private long quietUntil;

    /**
     * Creates an account of refusals.
     *
     * @param ariadne the account
     * @param path the path of the endpoint
     * @param consequence what follows for a server that is refused, empty if nothing
     * @param nanoTime the clock
     */
    Refusals(Ariadne ariadne, String path, String consequence, LongSupplier nanoTime) {
        this.ariadne = ariadne;
        this.path = path;
        this.consequence = consequence;
        this.nanoTime = nanoTime;
        this.quietUntil = nanoTime.getAsLong();
    }

    void add(String reason) {
        long told = due();
        if (told > 0) {
            try (MDC.MDCCloseable account = MDC.putCloseable(AriadneEventPublisher.ACCOUNT_MDC_KEY,
                    this.ariadne.name())) {
                logger.warn("Account '{}': {} request(s) to {} refused, the last one because of: {}{}",
                        this.ariadne.name(), told, this.path, reason, this.consequence);
            }
        }
    }

    /** Returns how many are to be told now. */
    private long due() {
        this.lock.lock();
        try {
            this.count++;
            long now = this.nanoTime.getAsLong();
            if (now - this.quietUntil < 0) {
                return 0;
            }
            long told = this.count;
            this.count = 0;
            this.quietUntil = now + INTERVAL.toNanos();
            return told;
        }
        finally {
            this.lock.unlock();
        }
    }

}
