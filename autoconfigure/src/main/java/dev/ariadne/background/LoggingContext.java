package dev.ariadne.background;

import java.util.Map;

import dev.ariadne.Ariadne;
import dev.ariadne.event.AriadneEventPublisher;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Names an account and a task in the logging context (MDC) of the running thread, until it is closed.
 */
final class LoggingContext implements AutoCloseable {

    static final String ACCOUNT_KEY = AriadneEventPublisher.ACCOUNT_MDC_KEY;

    static final String TASK_KEY = "ariadne.task";

    private final @Nullable String previousAccount = MDC.get(ACCOUNT_KEY);

    private final @Nullable String previousTask = MDC.get(TASK_KEY);

    LoggingContext(Ariadne ariadne, String task) {
        MDC.put(ACCOUNT_KEY, ariadne.name());
        MDC.put(TASK_KEY, task);
    }

    /** Names them without a way back, on a thread that has no other work. */
    static void setForGood(Ariadne ariadne, String task) {
        MDC.setContextMap(Map.of(ACCOUNT_KEY, ariadne.name(), TASK_KEY, task));
    }

    @Override
    public void close() {
        restore(ACCOUNT_KEY, this.previousAccount);
        restore(TASK_KEY, this.previousTask);
    }

    private static void restore(String key, @Nullable String value) {
        if (value == null) {
            MDC.remove(key);
        }
        else {
            MDC.put(key, value);
        }
    }

}
