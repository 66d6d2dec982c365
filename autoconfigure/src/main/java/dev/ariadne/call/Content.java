package dev.ariadne.call;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The bytes of a file to be uploaded. They are read when the upload is made, and need not fit into memory.
 *
 * @since 0.1.0
 */
public interface Content {

    /**
     * Returns how many bytes there are, negative if that is not known.
     *
     * @throws IOException if it cannot be found out
     */
    long length() throws IOException;

    /**
     * Opens the bytes for reading. Who calls it closes the stream.
     *
     * @throws IOException if they cannot be read
     */
    InputStream open() throws IOException;

    /**
     * Returns the content of an array, which must not be changed until the upload is done.
     */
    static Content of(byte[] bytes) {
        return new Content() {

            @Override
            public long length() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public String toString() {
                return bytes.length + " bytes";
            }

        };
    }

    /**
     * Returns the content of a file on this machine.
     */
    static Content of(Path file) {
        return new Content() {

            @Override
            public long length() throws IOException {
                return Files.size(file);
            }

            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(file);
            }

            @Override
            public String toString() {
                return file.toString();
            }

        };
    }

}
