package dev.ariadne.contact;

/**
 * Whether somebody is a man or a woman, as its profile says.
 *
 * @since 0.1.0
 */
public enum Sex {

    UNKNOWN, MALE, FEMALE

}
