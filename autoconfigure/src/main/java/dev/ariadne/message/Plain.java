package dev.ariadne.message;

/**
 * Text.
 *
 * @param text the text
 * @since 0.1.0
 */
public record Plain(String text) implements MessageElement {

    @Override
    public String display() {
        return this.text;
    }

}
