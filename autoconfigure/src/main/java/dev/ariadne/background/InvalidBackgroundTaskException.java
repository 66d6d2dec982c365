package dev.ariadne.background;

import org.jspecify.annotations.Nullable;

/**
 * A bean cannot be run as the background task that its annotation or its type says it is. Stops the start of the
 * application.
 *
 * @since 0.1.0
 */
public class InvalidBackgroundTaskException extends RuntimeException {

    private final String beanName;

    private final @Nullable String method;

    private final String problem;

    private final String mend;

    /**
     * Creates an exception.
     *
     * @param beanName the name of the bean
     * @param method the method in question as a person would write it, or null if it is the bean itself
     * @param problem what is wrong, a sentence without its full stop
     * @param mend what to do about it, a sentence without its full stop
     * @param cause what told of the problem, or null
     */
    public InvalidBackgroundTaskException(String beanName, @Nullable String method, String problem, String mend,
            @Nullable Throwable cause) {
        super("Bean '" + beanName + "'" + ((method != null) ? ", method " + method : "") + ": " + problem + ". " + mend
                + ".", cause);
        this.beanName = beanName;
        this.method = method;
        this.problem = problem;
        this.mend = mend;
    }

    /**
     * Returns the name of the bean.
     */
    public String getBeanName() {
        return this.beanName;
    }

    /**
     * Returns the method in question, as a person would write it, or null if it is the bean itself.
     */
    public @Nullable String getMethod() {
        return this.method;
    }

    /**
     * Returns what is wrong: a sentence without its full stop.
     */
    public String getProblem() {
        return this.problem;
    }

    /**
     * Returns what to do about it: a sentence without its full stop.
     */
    public String getMend() {
        return this.mend;
    }

}
