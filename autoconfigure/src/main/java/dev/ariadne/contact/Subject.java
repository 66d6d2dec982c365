package dev.ariadne.contact;

/**
 * Where something happened that can happen in a group, with a friend or with a stranger.
 *
 * @since 0.1.0
 */
public sealed interface Subject permits Friend, Group, Stranger {

    /**
     * Returns the numeric id on the platform.
     */
    long id();

    /**
     * Returns the name to show.
     */
    String name();

}
