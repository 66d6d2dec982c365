package dev.ariadne.message;

import java.nio.file.Path;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

/**
 * An image. To send one, any one of {@code imageId}, {@code url}, {@code path} and {@code base64} is enough.
 *
 * @param imageId the platform's id of the image, null if it has none yet
 * @param url where the platform fetches it, or where it can be fetched, null if unknown
 * @param path a file on the machine of the platform's server, null if none
 * @param base64 its bytes, null if not given
 * @param width width in pixels, 0 if unknown
 * @param height height in pixels, 0 if unknown
 * @param size size in bytes, 0 if unknown
 * @param imageType the platform's name of its format, null if unknown
 * @param emoji whether it is shown as a sticker
 * @since 0.1.0
 */
public record Image(@Nullable String imageId, @Nullable String url, @Nullable String path, @Nullable String base64,
        int width, int height, long size, @Nullable String imageType, boolean emoji) implements MessageElement {

    /**
     * Creates an image.
     *
     * @throws IllegalArgumentException if nothing says which image it is
     */
    public Image {
        if (imageId == null && url == null && path == null && base64 == null) {
            throw new IllegalArgumentException("An image needs an imageId, a url, a path or its bytes");
        }
    }

    /**
     * Returns an image that the platform knows already.
     */
    public static Image ofId(String imageId) {
        return new Image(imageId, null, null, null, 0, 0, 0, null, false);
    }

    /**
     * Returns an image that the platform's server fetches from a URL.
     */
    public static Image ofUrl(String url) {
        return new Image(null, url, null, null, 0, 0, 0, null, false);
    }

    /**
     * Returns an image that lies in a file on the machine of the platform's server.
     */
    public static Image ofPath(String path) {
        return new Image(null, null, path, null, 0, 0, 0, null, false);
    }

    /**
     * Returns an image that lies in a file on this machine. It is read at once, and travels within the message.
     *
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public static Image ofFile(Path file) {
        return ofBytes(LocalFiles.read(file));
    }

    /**
     * Returns an image with the given bytes, which travel within the message.
     */
    public static Image ofBytes(byte[] bytes) {
        return new Image(null, null, null, Base64.getEncoder().encodeToString(bytes), 0, 0, 0, null, false);
    }

    /**
     * Returns this image, to be shown for a few seconds only.
     */
    public FlashImage flash() {
        return new FlashImage(this);
    }

    @Override
    public String display() {
        return "[image]";
    }

    /** Leaves out the bytes, which no log wants. */
    @Override
    public String toString() {
        return "Image[imageId=" + this.imageId + ", url=" + this.url + ", path=" + this.path
                + ((this.base64 != null) ? ", base64 of " + this.base64.length() + " characters" : "") + "]";
    }

}
