package dev.ariadne.call;

import java.time.Instant;

import dev.ariadne.contact.Group;
import org.jspecify.annotations.Nullable;

/**
 * A file or folder of a group.
 *
 * @param name its name
 * @param id its id, null if the platform tells none
 * @param path where it is, from the root {@code /}
 * @param parent the folder that it is in, null if it is the root
 * @param group the group
 * @param folder whether it is a folder
 * @param size the size in bytes, 0 if it is a folder
 * @param details what it contains and who uploaded it, null if it is a folder
 * @param download where it can be downloaded, null if it is a folder or was not asked for
 * @since 0.1.0
 */
public record RemoteFile(String name, @Nullable String id, String path, @Nullable RemoteFile parent, Group group,
        boolean folder, long size, @Nullable Details details, @Nullable Download download) {

    /**
     * Returns how calls name it.
     */
    public FileRef ref() {
        return (this.id != null && !this.id.equals("/")) ? FileRef.ofId(this.id) : FileRef.ofPath(this.path);
    }

    /**
     * What a file contains, and who uploaded it.
     *
     * @param sha1 the SHA-1 hash of its bytes, in hexadecimal digits
     * @param md5 the MD5 hash of its bytes, in hexadecimal digits
     * @param uploaderId who uploaded it
     * @param uploadedAt when it was uploaded
     * @param modifiedAt when it was changed last
     * @since 0.1.0
     */
    public record Details(String sha1, String md5, long uploaderId, Instant uploadedAt, Instant modifiedAt) {

    }

    /**
     * Where a file can be downloaded.
     *
     * @param url where, empty if the platform does not tell
     * @param downloads how many downloads were counted; mirai-api-http 2.10.0 tells 0 always
     * @since 0.1.0
     */
    public record Download(String url, int downloads) {

    }

}
