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
 * A method takes an {@link dev.ariadne.Ariadne}, a {@link BackgroundContext}, both in any order, or nothing, and
 * returns {@code void}. Anything else stops the start of the application. On a method that declares a bean the
 * annotation belongs to that bean. A bean that implements {@link BackgroundTask} without the annotation runs with the
 * settings that are the defaults here.
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

}
