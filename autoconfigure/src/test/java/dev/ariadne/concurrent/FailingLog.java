package dev.ariadne.concurrent;

import java.io.IOException;
import java.io.UncheckedIOException;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * A log that throws whatever it is told by one name, until it is closed; but for what is told for debugging.
 */
public final class FailingLog extends TurboFilter implements AutoCloseable {

    public static final String MESSAGE = "no space left on device";

    private final Logger logger;

    public FailingLog(Class<?> teller) {
        this(teller.getName());
    }

    public FailingLog(String name) {
        this.logger = (Logger) LoggerFactory.getLogger(name);
        this.logger.getLoggerContext().addTurboFilter(this);
    }

    @Override
    public FilterReply decide(@Nullable Marker marker, Logger logger, Level level, @Nullable String format,
            Object @Nullable [] params, @Nullable Throwable failure) {
        if (level.isGreaterOrEqual(Level.INFO) && logger.equals(this.logger)) {
            throw new UncheckedIOException(new IOException(MESSAGE));
        }
        return FilterReply.NEUTRAL;
    }

    @Override
    public void close() {
        this.logger.getLoggerContext().getTurboFilterList().remove(this);
    }

}
