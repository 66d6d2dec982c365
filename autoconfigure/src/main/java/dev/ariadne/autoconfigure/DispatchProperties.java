package dev.ariadne.autoconfigure;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How received events reach listeners.
 *
 * @param maxPending how many received events may wait for listeners, per account
 * @since 0.1.0
 */
public record DispatchProperties(@DefaultValue("10000") int maxPending) {

    /** Nothing is configured. */
    static final DispatchProperties DEFAULTS = new DispatchProperties(10000);

}
