package dev.ariadne.background;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.aot.hint.annotation.Reflective;
import org.springframework.core.annotation.AliasFor;

/**
 * Makes a method of a bean, or a bean that implements {@link BackgroundTask}, a background task: run once for each
 * account from its launch to its shutdown, watched over, and run again when it fails.
 * <p>
 * A method takes an {@link dev.ariadne.Ariadne}, a {@link BackgroundContext}, both in any order, or nothing. It returns
 * {@code void}, or work that goes on elsewhere: a {@link java.util.concurrent.CompletionStage}, a
 * {@link java.util.concurrent.Flow.Publisher}, whatever Spring's
 * {@link org.springframework.core.ReactiveAdapterRegistry} can adapt (such as the types of Reactor and RxJava), a
 * {@code Flow} or {@code Job} of Kotlin's coroutines; or it is a suspending function of Kotlin. Anything else stops the
 * start of the application.
 * <p>
 * The run lasts until that work has ended, its elements are ignored, and its failure is the run's. When the run would
 * be interrupted the work is cancelled instead; the run lasts on until it has ended, where that can be known: of a
 * reactive type and of a {@link java.util.concurrent.CompletableFuture} nothing is known after it has been cancelled.
 * A suspending function and the collector of a {@code Flow} run on the thread of their run: they may block, and meet
 * a cancellation where they suspend or block.
 * <p>
 * On a method that declares a bean the annotation belongs to that bean. A bean that implements {@link BackgroundTask} without the annotation runs with the
 * settings that are the defaults here. One that is {@code null} is passed over.
 * <p>
 * {@code ariadne.background.tasks} overrides, by the name of the task, everything that is said here but the name.
 * Times are written like {@code 10s} or {@code PT10S}; a mere number is in milliseconds. Placeholders are resolved.
 *
 * @since 0.1.0
 */
@Target({ ElementType.METHOD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Reflective
public @interface AriadneBackground {

    /**
     * The name of the task, unique in the application. The default is the name of the bean, for a method followed by a
     * dot and the name of the method.
     */
    @AliasFor("name")
    String value() default "";

    /**
     * The same as {@link #value()}.
     */
    @AliasFor("value")
    String name() default "";

    /**
     * How long the task lives.
     */
    BackgroundScope scope() default BackgroundScope.ACCOUNT;

    /**
     * The names or ids of the accounts that it runs for. Placeholders are resolved; an element may hold several,
     * separated by commas. Empty means all. Not for {@link BackgroundScope#APPLICATION}.
     */
    String[] accounts() default {};

    /**
     * What happens to a run when the task is to stop.
     */
    OnStop onStop() default OnStop.CANCEL;

    /**
     * When the task is run again after the end of a run. What is not set is as below
     * {@code ariadne.background.restart}.
     * <p>
     * With a trigger {@link RestartPolicy#ALWAYS} is the same as {@link RestartPolicy#ON_FAILURE}: after a failure the
     * task backs off, and the next run begins when the trigger says so, but not before that is over. With
     * {@link RestartPolicy#NEVER} failures do not count, and the next run begins when the trigger says so.
     */
    Restart restart() default @Restart;

    /**
     * How long after the end of a run the next one begins. At most one of this, {@link #fixedRate()} and
     * {@link #cron()}; without any of them the task is run once.
     */
    String fixedDelay() default "";

    /**
     * How long after the beginning of a run the next one begins. A run that would begin while another one is under way
     * is skipped.
     */
    String fixedRate() default "";

    /**
     * At which times of day a run begins, as {@link org.springframework.scheduling.support.CronExpression} takes them;
     * {@code -} lets the task not run at all, unless {@code ariadne.background.tasks} names a trigger for it. A time
     * that is missed, because a run is under way or the clock is put forward, is skipped.
     */
    String cron() default "";

    /**
     * The time zone for {@link #cron()}, such as {@code Europe/Berlin}. The default is the system's.
     */
    String zone() default "";

    /**
     * How long after the launch of the account the first run begins. For {@link #fixedDelay()} and
     * {@link #fixedRate()}.
     */
    String initialDelay() default "";

    /**
     * How long a run may show no progress, from its beginning or its last {@link BackgroundContext#progress()}, before
     * it is reported by a {@link dev.ariadne.event.BackgroundTaskStuckEvent}. The default is for ever.
     */
    String stuckAfter() default "";

    /**
     * Whether a run that shows no progress for longer is told to stop, as {@link OnStop#CANCEL} does it, counts as
     * failed, and is restarted as {@link #restart()} says.
     */
    boolean restartWhenStuck() default false;

}
