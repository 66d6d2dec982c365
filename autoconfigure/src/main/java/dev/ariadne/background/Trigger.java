package dev.ariadne.background;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;

import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;

/**
 * When a background task is run again and again. A run that would begin while another one is under way, or while the
 * task is paused or has no link that it needs, is skipped. Only the first one of a fixed rate may be late instead: by
 * less than half of the time between two runs, and less than a minute.
 * <p>
 * The tasks of several accounts do not begin in the same moment: each is later by a part, always the same for the same
 * names of account and task, of the time between two runs, not more than a tenth of it nor than five seconds.
 *
 * @since 0.1.0
 */
public sealed interface Trigger {

    /**
     * Returns a trigger that lets a run begin some time after the end of the one before, and the first one at once.
     *
     * @param delay the time between, longer than nothing
     * @throws IllegalArgumentException if the delay is not longer than nothing
     */
    static Trigger fixedDelay(Duration delay) {
        return new FixedDelay(delay, Duration.ZERO);
    }

    /**
     * Returns a trigger that lets runs begin in equal distances, the first one at once.
     *
     * @param period from the beginning of a run to the beginning of the next one, longer than nothing
     * @throws IllegalArgumentException if the period is not longer than nothing
     */
    static Trigger fixedRate(Duration period) {
        return new FixedRate(period, Duration.ZERO);
    }

    /**
     * Returns a trigger that lets runs begin at times of day, in the time zone of the system.
     *
     * @param expression as {@link CronExpression} takes it
     * @throws IllegalArgumentException if it is not such an expression, or will never come true
     */
    static Trigger cron(String expression) {
        return new Cron(expression, null);
    }

    /**
     * A run begins some time after the end of the one before.
     *
     * @param delay the time between
     * @param initialDelay how long after the launch of the account the first run begins
     */
    record FixedDelay(Duration delay, Duration initialDelay) implements Trigger {

        public FixedDelay {
            checkPeriod("fixed-delay", delay);
            checkInitialDelay(initialDelay);
        }

    }

    /**
     * Runs begin in equal distances.
     *
     * @param period from the beginning of a run to the beginning of the next one
     * @param initialDelay how long after the launch of the account the first run begins
     */
    record FixedRate(Duration period, Duration initialDelay) implements Trigger {

        public FixedRate {
            checkPeriod("fixed-rate", period);
            checkInitialDelay(initialDelay);
        }

    }

    /**
     * Runs begin at times of day.
     *
     * @param expression as {@link CronExpression} takes it
     * @param zone the time zone, or null for the system's
     */
    record Cron(String expression, @Nullable ZoneId zone) implements Trigger {

        public Cron {
            if (CronExpression.parse(expression).next(ZonedDateTime.now(ZoneId.of("UTC"))) == null) {
                throw new IllegalArgumentException("'" + expression + "' will never come true");
            }
        }

    }

    private static void checkPeriod(String name, Duration period) {
        if (period.isNegative() || period.isZero() || period.compareTo(Schedule.CENTURY) > 0) {
            throw new IllegalArgumentException(name + " must be longer than nothing and shorter than a century, not "
                    + period);
        }
    }

    private static void checkInitialDelay(Duration delay) {
        if (delay.isNegative() || delay.compareTo(Schedule.CENTURY) > 0) {
            throw new IllegalArgumentException("trigger-initial-delay must be neither negative nor a century, not "
                    + delay);
        }
    }

}
