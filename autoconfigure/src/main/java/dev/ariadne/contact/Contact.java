package dev.ariadne.contact;

/**
 * Somebody who can send a message.
 *
 * @since 0.1.0
 */
public sealed interface Contact permits Friend, Member, OtherClient, Stranger {

    /**
     * Returns the numeric id on the platform.
     */
    long id();

    /**
     * Returns the name to show: as the sender calls itself where the message was sent.
     */
    String name();

}
