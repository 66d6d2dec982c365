package dev.ariadne.background;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * When a background task is run again, and how often. What is not set here is as below
 * {@code ariadne.background.restart}; {@code ariadne.background.tasks} overrides all of it.
 * <p>
 * Times are written like {@code 10s} or {@code PT10S}; a mere number is in milliseconds. Placeholders are resolved.
 *
 * @since 0.1.0
 */
@Target({})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface Restart {

    /**
     * Which end of a run is followed by another run. At most one value.
     */
    RestartPolicy[] policy() default {};

    /**
     * How long the first restart waits.
     */
    String initialDelay() default "";

    /**
     * By how much each further restart waits longer, at least 1. NaN means that it is not set.
     */
    double multiplier() default Double.NaN;

    /**
     * How long a restart waits at most.
     */
    String maxDelay() default "";

    /**
     * Which part of a delay is left to chance, 0 to 1. NaN means that it is not set.
     */
    double jitter() default Double.NaN;

    /**
     * A run that lasted this long was healthy: back-off and budget start anew.
     */
    String resetAfter() default "";

    /**
     * How many restarts after failures there may be within the window; 0 parks the task at its first failure. -1 means
     * that it is not set.
     */
    int maxRestarts() default -1;

    /**
     * Over which time restarts are counted.
     */
    String window() default "";

    /**
     * What happens when the restarts are used up. At most one value.
     */
    OnExhausted[] onExhausted() default {};

}
