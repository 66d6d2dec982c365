package dev.ariadne.call;

/**
 * A short video that the platform has got.
 *
 * @param videoId the platform's id of it
 * @since 0.1.0
 */
public record UploadedShortVideo(String videoId) {

}
