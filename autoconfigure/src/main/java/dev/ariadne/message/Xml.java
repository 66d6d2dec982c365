package dev.ariadne.message;

/**
 * A card, as XML. A received {@link Json} card comes as this type too (protocol notes 4, observed on 2.10.0): its text
 * then begins with a brace.
 *
 * @param xml the card's text
 * @since 0.1.0
 */
public record Xml(String xml) implements MessageElement {

    @Override
    public String display() {
        return "[xml]";
    }

}
