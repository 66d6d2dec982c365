package dev.ariadne;

/**
 * What is known about the effect of a call that failed.
 *
 * @since 0.1.0
 */
public enum CallEffect {

    /** It had none: the call was not sent, or refused. To make it again does nothing twice. */
    NONE,

    /** It may have had its full effect, a part of it, or none. */
    UNKNOWN

}
