package dev.ariadne.message;

/**
 * Mentions all members of the group.
 *
 * @since 0.1.0
 */
public record AtAll() implements MessageElement {

    @Override
    public String display() {
        return "@all";
    }

}
