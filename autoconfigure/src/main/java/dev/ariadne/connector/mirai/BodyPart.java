package dev.ariadne.connector.mirai;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A piece of the body of an upload.
 *
 * @param source opens its bytes
 * @param length how many they are, negative if that is not known
 */
record BodyPart(Source source, long length) {

    static BodyPart of(byte[] bytes) {
        return new BodyPart(() -> new ByteArrayInputStream(bytes), bytes.length);
    }

    /**
     * Returns the bytes of a file.
     *
     * @throws ContentException if their number cannot be found out
     */
    static BodyPart of(FilePart file) throws ContentException {
        try {
            long length = file.content().length();
            return new BodyPart(() -> new ContentStream(file, length), length);
        }
        catch (Exception ex) {
            throw new ContentException(file, "cannot be read: " + Causes.describe(ex), ex);
        }
    }

    /** Opens bytes. */
    interface Source {

        InputStream open() throws IOException;

    }

}
