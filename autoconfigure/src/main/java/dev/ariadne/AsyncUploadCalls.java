package dev.ariadne;

import java.util.concurrent.CompletableFuture;

import dev.ariadne.call.Call;
import dev.ariadne.call.Content;
import dev.ariadne.call.UploadCall;
import dev.ariadne.call.UploadKind;
import dev.ariadne.call.UploadedImage;
import dev.ariadne.call.UploadedShortVideo;
import dev.ariadne.call.UploadedVoice;

/**
 * The calls that give the platform something to be sent later, without waiting for them. The account needs an HTTP
 * link for them.
 *
 * @see AsyncAriadne
 * @since 0.1.0
 */
public interface AsyncUploadCalls {

    /**
     * Makes a call that is given as a value.
     *
     * @see AsyncAriadne#call(Call)
     */
    <R> CompletableFuture<R> call(Call<R> call);

    /**
     * Uploads an image.
     *
     * @see UploadCalls#uploadImage(UploadKind, Content)
     */
    default CompletableFuture<UploadedImage> uploadImage(UploadKind kind, Content content) {
        return call(new UploadCall.UploadImage(kind, content));
    }

    /**
     * Lets the platform's server fetch and upload an image.
     *
     * @see UploadCalls#uploadImage(UploadKind, String)
     */
    default CompletableFuture<UploadedImage> uploadImage(UploadKind kind, String url) {
        return call(new UploadCall.UploadImageByUrl(kind, url));
    }

    /**
     * Uploads a voice message.
     *
     * @see UploadCalls#uploadVoice(UploadKind, Content)
     */
    default CompletableFuture<UploadedVoice> uploadVoice(UploadKind kind, Content content) {
        return call(new UploadCall.UploadVoice(kind, content));
    }

    /**
     * Lets the platform's server fetch and upload a voice message.
     *
     * @see UploadCalls#uploadVoice(UploadKind, String)
     */
    default CompletableFuture<UploadedVoice> uploadVoice(UploadKind kind, String url) {
        return call(new UploadCall.UploadVoiceByUrl(kind, url));
    }

    /**
     * Uploads a short video.
     *
     * @see UploadCalls#uploadShortVideo(UploadKind, Content, Content)
     */
    default CompletableFuture<UploadedShortVideo> uploadShortVideo(UploadKind kind, Content thumbnail, Content video) {
        return call(new UploadCall.UploadShortVideo(kind, thumbnail, video));
    }

}
