package dev.ariadne.background;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;
import java.util.stream.Stream;

import dev.ariadne.background.Trigger.Cron;
import dev.ariadne.background.Trigger.FixedDelay;
import dev.ariadne.background.Trigger.FixedRate;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * What is said about the {@link Trigger} of one task, not checked yet; null where nothing is.
 *
 * @param fixedDelay from the end of a run to the beginning of the next one
 * @param fixedRate from the beginning of a run to the beginning of the next one
 * @param cron the times of day; {@code -} lets the task not run at all
 * @param zone the time zone of these
 * @param initialDelay how long after the launch of the account the first run begins
 * @since 0.1.0
 */
public record TriggerOverrides(@Nullable Duration fixedDelay, @Nullable Duration fixedRate, @Nullable String cron,
        @Nullable String zone, @Nullable Duration initialDelay) {

    /** Nothing is said. */
    public static final TriggerOverrides NONE = new TriggerOverrides(null, null, null, null, null);

    /** Tells whether the task is not to be run at all. */
    boolean isOff() {
        return Scheduled.CRON_DISABLED.equals(this.cron);
    }

    /** Tells whether it is said which kind of trigger there is. */
    boolean namesTrigger() {
        return this.fixedDelay != null || this.fixedRate != null || this.cron != null;
    }

    /** Returns the same, but with the time zone of other ones where there is a cron without one. */
    TriggerOverrides withZoneOf(TriggerOverrides other) {
        return (this.cron != null && this.zone == null)
                ? new TriggerOverrides(this.fixedDelay, this.fixedRate, this.cron, other.zone, this.initialDelay)
                : this;
    }

    /**
     * Returns the trigger, which is the one that is known already if no other one is named.
     *
     * @throws InvalidDefinitionException if what is said makes no sense
     */
    @Nullable Trigger applyTo(@Nullable Trigger known) {
        if (Stream.of(this.fixedDelay, this.fixedRate, this.cron).filter(Objects::nonNull).count() > 1) {
            throw new InvalidDefinitionException(null, "More than one of fixed-delay, fixed-rate and cron is set",
                    "Decide for one of them");
        }
        try {
            return isCron(known) ? cron(known) : fixed(known);
        }
        catch (IllegalArgumentException ex) {
            throw (ex instanceof InvalidDefinitionException invalid) ? invalid
                    : InvalidDefinitionException.of(ex, isCron(known) ? "cron" : null);
        }
    }

    private boolean isCron(@Nullable Trigger known) {
        return this.cron != null
                || (known instanceof Cron && this.fixedDelay == null && this.fixedRate == null);
    }

    private Trigger cron(@Nullable Trigger known) {
        if (this.initialDelay != null) {
            throw new InvalidDefinitionException("trigger-initial-delay", "A cron trigger has no initial delay",
                    "Leave it out, or use fixed-delay or fixed-rate");
        }
        Cron former = (known instanceof Cron cron) ? cron : null;
        ZoneId zone = (this.zone != null) ? parse(this.zone) : (former != null) ? former.zone() : null;
        String expression = (this.cron != null) ? this.cron : Objects.requireNonNull(former).expression();
        return new Cron(expression, zone);
    }

    private static ZoneId parse(String zone) {
        try {
            return ZoneId.of(zone);
        }
        catch (DateTimeException ex) {
            throw new InvalidDefinitionException("zone", "'" + zone + "' is not a time zone",
                    "Name one such as Europe/Berlin or UTC");
        }
    }

    private @Nullable Trigger fixed(@Nullable Trigger known) {
        if (this.zone != null) {
            throw new InvalidDefinitionException("zone", "A time zone is set, but no cron trigger",
                    "Set cron too, or leave out the zone");
        }
        Duration delay = (this.initialDelay != null) ? this.initialDelay : initialDelayOf(known);
        if (this.fixedDelay != null) {
            return new FixedDelay(this.fixedDelay, delay);
        }
        if (this.fixedRate != null) {
            return new FixedRate(this.fixedRate, delay);
        }
        if (known == null && this.initialDelay != null) {
            throw new InvalidDefinitionException("trigger-initial-delay", "An initial delay is set, but no trigger",
                    "Set fixed-delay or fixed-rate too, or leave it out");
        }
        return (known instanceof FixedDelay fixed) ? new FixedDelay(fixed.delay(), delay)
                : (known instanceof FixedRate fixed) ? new FixedRate(fixed.period(), delay) : known;
    }

    private static Duration initialDelayOf(@Nullable Trigger trigger) {
        return (trigger instanceof FixedDelay fixed) ? fixed.initialDelay()
                : (trigger instanceof FixedRate fixed) ? fixed.initialDelay() : Duration.ZERO;
    }

}
