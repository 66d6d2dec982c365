package dev.ariadne.call;

import dev.ariadne.message.Image;

/**
 * An image that the platform has got.
 *
 * @param imageId the platform's id of it
 * @param url where it can be fetched
 * @since 0.1.0
 */
public record UploadedImage(String imageId, String url) {

    /**
     * Returns the image, to be put into a message.
     */
    public Image toImage() {
        return Image.ofId(this.imageId);
    }

}
