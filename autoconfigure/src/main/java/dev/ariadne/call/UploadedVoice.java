package dev.ariadne.call;

/**
 * A voice message that the platform has got.
 *
 * @param voiceId the platform's id of it
 * @since 0.1.0
 */
public record UploadedVoice(String voiceId) {

}
