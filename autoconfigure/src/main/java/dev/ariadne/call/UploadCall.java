package dev.ariadne.call;

/**
 * Calls that give the platform something to be sent later. Only an HTTP link can make them (protocol notes 3,
 * observed on 2.10.0).
 *
 * @param <R> the type of the answer
 * @since 0.1.0
 */
public sealed interface UploadCall<R> extends Call<R> {

    /**
     * Uploads an image.
     *
     * @param kind where it will be sent
     * @param content its bytes
     */
    record UploadImage(UploadKind kind, Content content) implements UploadCall<UploadedImage> {

        @Override
        public String command() {
            return "uploadImage";
        }

    }

    /**
     * Lets the platform's server fetch and upload an image.
     *
     * @param kind where it will be sent
     * @param url where the platform's server fetches it
     */
    record UploadImageByUrl(UploadKind kind, String url) implements UploadCall<UploadedImage> {

        /**
         * Creates the call.
         *
         * @throws IllegalArgumentException if the URL is blank
         */
        public UploadImageByUrl {
            Arguments.notBlank(url, "the URL of the image");
        }

        @Override
        public String command() {
            return "uploadImage";
        }

    }

    /**
     * Uploads a voice message.
     *
     * @param kind where it will be sent
     * @param content its bytes, AMR or SILK
     */
    record UploadVoice(UploadKind kind, Content content) implements UploadCall<UploadedVoice> {

        @Override
        public String command() {
            return "uploadVoice";
        }

    }

    /**
     * Lets the platform's server fetch and upload a voice message.
     *
     * @param kind where it will be sent
     * @param url where the platform's server fetches it
     */
    record UploadVoiceByUrl(UploadKind kind, String url) implements UploadCall<UploadedVoice> {

        /**
         * Creates the call.
         *
         * @throws IllegalArgumentException if the URL is blank
         */
        public UploadVoiceByUrl {
            Arguments.notBlank(url, "the URL of the voice message");
        }

        @Override
        public String command() {
            return "uploadVoice";
        }

    }

    /**
     * Uploads a short video.
     *
     * @param kind where it will be sent
     * @param thumbnail the bytes of the image that is shown before it is played
     * @param video its bytes
     */
    record UploadShortVideo(UploadKind kind, Content thumbnail,
            Content video) implements UploadCall<UploadedShortVideo> {

        @Override
        public String command() {
            return "uploadShortVideo";
        }

    }

}
