package dev.ariadne.connector.mirai;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/**
 * The content of a file that is being uploaded cannot be read.
 */
final class ContentException extends IOException {

    ContentException(FilePart file, String problem, @Nullable Throwable cause) {
        super(file.fileName() + " " + problem, cause);
    }

}
