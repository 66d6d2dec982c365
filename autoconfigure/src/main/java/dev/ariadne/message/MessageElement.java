package dev.ariadne.message;

/**
 * One element of a {@link MessageChain}.
 *
 * @since 0.1.0
 */
public sealed interface MessageElement
        permits At, AtAll, Face, Image, Plain, Quote, Source, UnknownElement {

    /**
     * Returns how the element looks in a line of text, such as {@code @30001}; empty if it has no look.
     */
    String display();

}
