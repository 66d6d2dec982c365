package dev.ariadne.message;

/**
 * Mentions a member of the group.
 *
 * @param target the id of the member
 * @param display how the platform says that the mention is shown, empty if it does not say; not sent
 * @since 0.1.0
 */
public record At(long target, String display) implements MessageElement {

    /**
     * Mentions the member with the given id.
     */
    public At(long target) {
        this(target, "");
    }

    @Override
    public String display() {
        return this.display.isEmpty() ? "@" + this.target : this.display;
    }

}
