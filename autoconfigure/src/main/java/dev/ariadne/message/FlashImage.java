package dev.ariadne.message;

/**
 * An image that is shown once, for a few seconds. 2.10.0 sends it as a usual image (protocol notes 4, observed).
 *
 * @param image the image
 * @since 0.1.0
 */
public record FlashImage(Image image) implements MessageElement {

    @Override
    public String display() {
        return "[flash image]";
    }

}
