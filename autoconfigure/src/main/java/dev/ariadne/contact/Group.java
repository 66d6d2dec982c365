package dev.ariadne.contact;

/**
 * A group that the account is in.
 *
 * @param id the numeric id
 * @param name the name of the group
 * @param permission what the account itself may do in the group
 * @since 0.1.0
 */
public record Group(long id, String name, Permission permission) implements Subject {

}
