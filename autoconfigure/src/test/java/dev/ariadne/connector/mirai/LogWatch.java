package dev.ariadne.connector.mirai;

import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keeps what is logged while it is open, and prints nothing of it. An error is logged where something happened that
 * nobody had thought of.
 */
final class LogWatch implements AutoCloseable {

    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.ariadne");

    private final ListAppender<ILoggingEvent> appender = new ListAppender<>() {

        @Override
        protected void append(ILoggingEvent event) {
            event.prepareForDeferredProcessing();
            super.append(event);
        }

    };

    LogWatch() {
        this.appender.start();
        this.logger.setAdditive(false);
        this.logger.addAppender(this.appender);
    }

    List<String> lines() {
        return this.appender.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    /** Returns the account that the context of each line names. */
    List<String> accounts() {
        return this.appender.list.stream()
            .map((event) -> event.getMDCPropertyMap().getOrDefault("ariadne.account", "none")).toList();
    }

    void assertNoSurprise() {
        for (ILoggingEvent event : this.appender.list) {
            assertThat(event.getLevel().isGreaterOrEqual(Level.ERROR)).as(() -> event + " " + ((event.getThrowableProxy()
                    != null) ? event.getThrowableProxy().getClassName() + event.getThrowableProxy().getMessage() : ""))
                .isFalse();
            OneLine.assertOneLine(event.getFormattedMessage());
        }
    }

    @Override
    public void close() {
        this.logger.detachAppender(this.appender);
        this.logger.setAdditive(true);
    }

}
