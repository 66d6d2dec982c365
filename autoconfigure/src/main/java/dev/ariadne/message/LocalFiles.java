package dev.ariadne.message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * Files of this machine that become part of a message.
 */
final class LocalFiles {

    private LocalFiles() {
    }

    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        }
        catch (IOException ex) {
            throw new UncheckedIOException("Cannot read " + file + ": " + reason(ex), ex);
        }
    }

    /** The message of the JDK's exceptions of files is often nothing but the path. */
    private static @Nullable String reason(IOException cause) {
        boolean justPath = cause instanceof FileSystemException ex && ex.getReason() == null;
        return justPath ? cause.getClass().getSimpleName() : cause.getMessage();
    }

}
