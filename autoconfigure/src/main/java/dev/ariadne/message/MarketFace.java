package dev.ariadne.message;

/**
 * A large sticker from the platform's shop, also that of rock, paper and scissors. Only received: the server drops it
 * from what is sent (protocol notes 4, observed on 2.10.0).
 *
 * @param id its number
 * @param name its name
 * @since 0.1.0
 */
public record MarketFace(long id, String name) implements MessageElement {

    @Override
    public String display() {
        return "[" + this.name + "]";
    }

}
