package dev.ariadne.message;

import java.nio.file.Path;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

/**
 * A voice message. To send one, any one of {@code voiceId}, {@code url}, {@code path} and {@code base64} is enough; the
 * platform plays AMR and SILK.
 *
 * @param voiceId the platform's id of the voice message, null if it has none yet
 * @param url where the platform fetches it, or where it can be fetched, null if unknown
 * @param path a file on the machine of the platform's server, null if none
 * @param base64 its bytes, null if not given
 * @param length how long it is in seconds, 0 if unknown
 * @since 0.1.0
 */
public record Voice(@Nullable String voiceId, @Nullable String url, @Nullable String path, @Nullable String base64,
        long length) implements MessageElement {

    /**
     * Creates a voice message.
     *
     * @throws IllegalArgumentException if nothing says which it is
     */
    public Voice {
        if (voiceId == null && url == null && path == null && base64 == null) {
            throw new IllegalArgumentException("A voice message needs a voiceId, a url, a path or its bytes");
        }
    }

    /**
     * Returns a voice message that the platform knows already.
     */
    public static Voice ofId(String voiceId) {
        return new Voice(voiceId, null, null, null, 0);
    }

    /**
     * Returns a voice message that the platform's server fetches from a URL.
     */
    public static Voice ofUrl(String url) {
        return new Voice(null, url, null, null, 0);
    }

    /**
     * Returns a voice message that lies in a file on the machine of the platform's server.
     */
    public static Voice ofPath(String path) {
        return new Voice(null, null, path, null, 0);
    }

    /**
     * Returns a voice message that lies in a file on this machine. It is read at once, and travels within the message.
     *
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public static Voice ofFile(Path file) {
        return ofBytes(LocalFiles.read(file));
    }

    /**
     * Returns a voice message with the given bytes, which travel within the message.
     */
    public static Voice ofBytes(byte[] bytes) {
        return new Voice(null, null, null, Base64.getEncoder().encodeToString(bytes), 0);
    }

    @Override
    public String display() {
        return "[voice]";
    }

    /** Leaves out the bytes, which no log wants. */
    @Override
    public String toString() {
        return "Voice[voiceId=" + this.voiceId + ", url=" + this.url + ", path=" + this.path
                + ((this.base64 != null) ? ", base64 of " + this.base64.length() + " characters" : "") + "]";
    }

}
