package dev.ariadne.background;

/**
 * What the configuration says about a background task makes no sense. Stops the start of the application.
 *
 * @since 0.1.0
 */
public class InvalidTaskSettingException extends RuntimeException {

    private final String key;

    private final String problem;

    private final String mend;

    /**
     * Creates an exception.
     *
     * @param key the full key
     * @param problem what is wrong, a sentence without its full stop
     * @param mend what to do about it, a sentence without its full stop
     * @param cause what told of the problem
     */
    public InvalidTaskSettingException(String key, String problem, String mend, Throwable cause) {
        super(key + ": " + problem + ". " + mend + ".", cause);
        this.key = key;
        this.problem = problem;
        this.mend = mend;
    }

    /**
     * Returns the full key.
     */
    public String getKey() {
        return this.key;
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
