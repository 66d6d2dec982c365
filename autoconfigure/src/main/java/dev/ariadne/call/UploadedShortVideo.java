package dev.ariadne.call;

/**
 * A short video that the platform has got. To send it takes more than the id, see
 * {@link dev.ariadne.message.ShortVideo}.
 *
 * @param videoId the platform's id of it
 * @since 0.1.0
 */
public record UploadedShortVideo(String videoId) {

}
