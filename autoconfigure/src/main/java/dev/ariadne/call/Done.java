package dev.ariadne.call;

/**
 * The answer of a call that has nothing to tell but its success.
 *
 * @since 0.1.0
 */
public enum Done {

    DONE

}
