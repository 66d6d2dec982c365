package dev.ariadne.message;

/**
 * A small application or a card, as JSON.
 *
 * @param content its JSON, as text
 * @since 0.1.0
 */
public record App(String content) implements MessageElement {

    @Override
    public String display() {
        return "[app]";
    }

}
