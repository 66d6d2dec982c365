package dev.ariadne.message;

import org.jspecify.annotations.Nullable;

/**
 * A short video (protocol notes 4, read in the source of 2.10.0; that it is sent was observed). To send one, either
 * both URLs; or, of a video that the platform knows already, its id with hash, size, format and name, as a received one
 * has them. mirai-api-http does not look those up by the id, but puts them into the message as they are given.
 *
 * @param videoId the platform's id of the video, empty if it has none yet
 * @param fileMd5 the MD5 of its bytes, in hexadecimal
 * @param fileSize its size in bytes
 * @param fileFormat its format, such as {@code mp4}
 * @param filename its name, without the format
 * @param videoUrl where it can be fetched, null if unknown
 * @param thumbnailUrl where its picture can be fetched, null if unknown
 * @since 0.1.0
 */
public record ShortVideo(String videoId, String fileMd5, long fileSize, String fileFormat, String filename,
        @Nullable String videoUrl, @Nullable String thumbnailUrl) implements MessageElement {

    /**
     * Returns a video that the platform's server fetches, with the picture that is shown before it plays.
     */
    public static ShortVideo ofUrl(String videoUrl, String thumbnailUrl, String filename) {
        return new ShortVideo("", "", 0, "", filename, videoUrl, thumbnailUrl);
    }

    @Override
    public String display() {
        return "[video " + this.filename + "]";
    }

}
