package dev.ariadne.message;

/**
 * Mentions a member of the group.
 *
 * @param target the id of the member
 * @param label how the platform says that the mention is shown, empty if it does not say; the server ignores
 * it in what is sent
 * @since 0.1.0
 */
public record At(long target, String label) implements MessageElement {

    /**
     * Mentions the member with the given id.
     */
    public At(long target) {
        this(target, "");
    }

    @Override
    public String display() {
        return this.label.isEmpty() ? "@" + this.target : this.label;
    }

}
