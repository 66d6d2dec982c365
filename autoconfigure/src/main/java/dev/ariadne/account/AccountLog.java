package dev.ariadne.account;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

import dev.ariadne.Ariadne;
import dev.ariadne.concurrent.Uncaught;
import dev.ariadne.event.AriadneEventPublisher;
import dev.ariadne.event.ReceivedEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the log lines of one account: one per change of state, with the account in the logging context.
 */
final class AccountLog {

    // What an operator filters by: the package's public face.
    private static final Logger logger = LoggerFactory.getLogger("dev.ariadne.account");

    private static final int MAX_LENGTH = 2000;

    private static final Pattern NOT_OF_A_LINE = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

    private final Ariadne ariadne;

    private final AtomicLong dropped = new AtomicLong();

    AccountLog(Ariadne ariadne) {
        this.ariadne = ariadne;
    }

    void online() {
        write(() -> logger.info("Account '{}' ({}) is online", name(), this.ariadne.id()));
    }

    void connectedLoggedOut() {
        write(() -> logger.warn("Account '{}' is connected, but not logged in", name()));
    }

    void loggedOut(String reason) {
        write(() -> logger.warn("Account '{}' is offline: {}; waiting for the login", name(),
                oneLine(reason)));
    }

    void lost(Throwable cause, @Nullable Duration delay) {
        write(() -> logger.warn("Account '{}' lost its link: {}{}", name(), reasonOf(cause),
                (delay != null) ? "; connecting again in " + readable(delay) : ""));
    }

    void connectFailed(Throwable cause, int attempt, @Nullable Duration delay) {
        if (delay == null) {
            write(() -> logger.error("Account '{}' is parked after {} failed attempt(s), and not tried again: {}",
                    name(), attempt, reasonOf(cause)));
        }
        else {
            write(() -> logger.warn("Account '{}' could not connect (attempt {}): {}; next attempt in {}", name(),
                    attempt, reasonOf(cause), readable(delay)));
        }
    }

    void notToldToStop(String connector, Throwable failure) {
        write(() -> logger.error("The connector '{}' could not be told that account '{}' stops", connector, name(),
                failure));
    }

    /** A link of a connector does not do what it was told. */
    void linkFailed(String told, Throwable failure) {
        write(() -> logger.error("The link of account '{}' could not be {}", name(), told, failure));
    }

    void stopped() {
        write(() -> logger.info("Account '{}' is stopped", name()));
    }

    void rejected(String reason) {
        write(() -> logger.warn("Account '{}' received something that cannot be understood, and skipped it: {}",
                name(), oneLine(reason)));
    }

    void missed(String reason) {
        write(() -> logger.warn("Account '{}' may have missed events: {}", name(), oneLine(reason)));
    }

    void dropped(ReceivedEvent event) {
        if (this.dropped.getAndIncrement() == 0) {
            write(() -> logger.warn("Account '{}' drops received events, the first a {}: its listeners are slower "
                    + "than what comes in, and ariadne.dispatch.max-pending events wait already", name(),
                    event.type()));
        }
    }

    void roomAgain() {
        long lost = this.dropped.getAndSet(0);
        if (lost > 0) {
            write(() -> logger.warn("Account '{}' takes events again, after it had dropped {}", name(), lost));
        }
    }

    void lostEvents(int lost) {
        if (lost > 0) {
            write(() -> logger.warn("Account '{}' stops with {} received event(s) that no listener has seen", name(),
                    lost));
        }
    }

    private String name() {
        return this.ariadne.name();
    }

    private static String reasonOf(Throwable cause) {
        String message = cause.getMessage();
        return (message != null) ? oneLine(message) : cause.getClass().getSimpleName();
    }

    /** What a server says may contain anything, and is not to look like lines of this application. */
    private static String oneLine(String text) {
        String line = NOT_OF_A_LINE.matcher(text).replaceAll(" ");
        return (line.length() <= MAX_LENGTH) ? line : line.substring(0, MAX_LENGTH) + "...";
    }

    private static String readable(Duration delay) {
        return (delay.compareTo(Duration.ofSeconds(1)) < 0) ? delay.toMillis() + " ms"
                : "%.1f s".formatted(delay.toMillis() / 1000.0);
    }

    private void write(Runnable line) {
        write(name(), line);
    }

    /** Writes a line with an account in the logging context. */
    static void write(String account, Runnable line) {
        // What is to be logged has happened, whether the log can be told or not.
        AriadneEventPublisher.runNamed(account, () -> Uncaught.run(line));
    }

}
