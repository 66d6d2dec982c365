package dev.ariadne.background;

/**
 * What happens to a run when its task is to stop.
 *
 * @since 0.1.0
 */
public enum OnStop {

    /** It is signalled and its thread is interrupted at once. */
    CANCEL,

    /** It is signalled; its thread is interrupted only after {@code ariadne.background.await-timeout}. */
    AWAIT

}
