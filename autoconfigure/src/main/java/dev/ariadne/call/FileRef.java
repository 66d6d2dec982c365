package dev.ariadne.call;

import org.jspecify.annotations.Nullable;

/**
 * How a call names a file or folder of a group: by its id, or by its path. A path of a file can be that of several.
 *
 * @param id the id, null if it is named by its path
 * @param path the path from the root {@code /}, null if it is named by its id
 * @since 0.1.0
 */
public record FileRef(@Nullable String id, @Nullable String path) {

    private static final FileRef ROOT = new FileRef(null, "/");

    /**
     * Creates a name of a file.
     *
     * @throws IllegalArgumentException if not exactly one of both is given, the id is blank, or the path does not begin
     * with a slash
     */
    public FileRef {
        if ((id == null) == (path == null)) {
            throw new IllegalArgumentException("A file is named either by its id or by its path");
        }
        if (id != null) {
            Arguments.notBlank(id, "the id of the file");
        }
        if (path != null && !path.startsWith("/")) {
            throw new IllegalArgumentException("A path begins at the root, such as /file or /dir/file: " + path);
        }
    }

    /**
     * Returns the folder that all others are in.
     */
    public static FileRef root() {
        return ROOT;
    }

    /**
     * Names a file or folder by its id.
     *
     * @throws IllegalArgumentException if the id is blank
     */
    public static FileRef ofId(String id) {
        return new FileRef(id, null);
    }

    /**
     * Names a file or folder by its path.
     *
     * @param path the path from the root, such as {@code /dir/file}
     * @throws IllegalArgumentException if it does not begin with a slash
     */
    public static FileRef ofPath(String path) {
        return new FileRef(null, path);
    }

}
