package dev.ariadne.message;

/**
 * A card, as JSON. Only for sending: mirai-api-http reports a received one as {@link Xml} (protocol notes 4, observed
 * on 2.10.0).
 *
 * @param json the card's JSON, as text
 * @since 0.1.0
 */
public record Json(String json) implements MessageElement {

    @Override
    public String display() {
        return "[json]";
    }

}
