package dev.ariadne;

import dev.ariadne.call.Call;
import dev.ariadne.call.Content;
import dev.ariadne.call.UploadCall;
import dev.ariadne.call.UploadKind;
import dev.ariadne.call.UploadedImage;
import dev.ariadne.call.UploadedShortVideo;
import dev.ariadne.call.UploadedVoice;

/**
 * The calls that give the platform something to be sent later. The account needs an HTTP link for them.
 *
 * @see Ariadne
 * @since 0.1.0
 */
public interface UploadCalls {

    /**
     * Makes a call that is given as a value.
     *
     * @see Ariadne#call(Call)
     */
    <R> R call(Call<R> call);

    /**
     * Uploads an image.
     *
     * @param kind where it will be sent
     * @param content its bytes
     * @return the image
     * @throws CallFailedException if it was not uploaded
     */
    default UploadedImage uploadImage(UploadKind kind, Content content) {
        return call(new UploadCall.UploadImage(kind, content));
    }

    /**
     * Lets the platform's server fetch and upload an image.
     *
     * @param kind where it will be sent
     * @param url where the platform's server fetches it
     * @return the image
     * @throws CallFailedException if it was not uploaded
     * @throws IllegalArgumentException if the URL is blank
     */
    default UploadedImage uploadImage(UploadKind kind, String url) {
        return call(new UploadCall.UploadImageByUrl(kind, url));
    }

    /**
     * Uploads a voice message.
     *
     * @param kind where it will be sent
     * @param content its bytes, AMR or SILK
     * @return the voice message
     * @throws CallFailedException if it was not uploaded
     */
    default UploadedVoice uploadVoice(UploadKind kind, Content content) {
        return call(new UploadCall.UploadVoice(kind, content));
    }

    /**
     * Lets the platform's server fetch and upload a voice message.
     *
     * @param kind where it will be sent
     * @param url where the platform's server fetches it
     * @return the voice message
     * @throws CallFailedException if it was not uploaded
     * @throws IllegalArgumentException if the URL is blank
     */
    default UploadedVoice uploadVoice(UploadKind kind, String url) {
        return call(new UploadCall.UploadVoiceByUrl(kind, url));
    }

    /**
     * Uploads a short video.
     *
     * @param kind where it will be sent
     * @param thumbnail the bytes of the image that is shown before it is played
     * @param video its bytes
     * @return the video
     * @throws CallFailedException if it was not uploaded
     */
    default UploadedShortVideo uploadShortVideo(UploadKind kind, Content thumbnail, Content video) {
        return call(new UploadCall.UploadShortVideo(kind, thumbnail, video));
    }

}
