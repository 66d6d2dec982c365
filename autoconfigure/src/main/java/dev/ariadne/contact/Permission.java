package dev.ariadne.contact;

/**
 * What somebody may do in a group.
 *
 * @since 0.1.0
 */
public enum Permission {

    MEMBER, ADMINISTRATOR, OWNER

}
