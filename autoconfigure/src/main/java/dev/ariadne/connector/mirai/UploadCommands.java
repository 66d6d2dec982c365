package dev.ariadne.connector.mirai;

import java.util.List;
import java.util.Locale;

import dev.ariadne.call.UploadCall.UploadImage;
import dev.ariadne.call.UploadCall.UploadImageByUrl;
import dev.ariadne.call.UploadCall.UploadShortVideo;
import dev.ariadne.call.UploadCall.UploadVoice;
import dev.ariadne.call.UploadCall.UploadVoiceByUrl;
import dev.ariadne.call.UploadKind;
import dev.ariadne.call.UploadedImage;
import dev.ariadne.call.UploadedShortVideo;
import dev.ariadne.call.UploadedVoice;
import dev.ariadne.json.Json;
import dev.ariadne.json.JsonFields;
import tools.jackson.databind.node.ObjectNode;

/**
 * The commands that upload something for messages (protocol notes 3, observed on 2.10.0; by URL and the answer for
 * short videos as in its source). The names of the files do not matter to the server.
 */
final class UploadCommands {

    static final List<CallForm<?, ?>> FORMS = List.of(
            CallForm.upload(UploadImage.class, (call) -> kind(call.kind()),
                    (call) -> List.of(new FilePart("img", "image", call.content())), UploadCommands::image),
            CallForm.upload(UploadImageByUrl.class, (call) -> kind(call.kind()).put("url", call.url()),
                    (call) -> List.of(), UploadCommands::image),
            CallForm.upload(UploadVoice.class, (call) -> kind(call.kind()),
                    (call) -> List.of(new FilePart("voice", "voice", call.content())), UploadCommands::voice),
            CallForm.upload(UploadVoiceByUrl.class, (call) -> kind(call.kind()).put("url", call.url()),
                    (call) -> List.of(), UploadCommands::voice),
            CallForm.upload(UploadShortVideo.class, (call) -> kind(call.kind()),
                    (call) -> List.of(new FilePart("thumbnail", "thumbnail", call.thumbnail()),
                            new FilePart("video", "video", call.video())),
                    (answer) -> new UploadedShortVideo(answer.text("videoId"))));

    private UploadCommands() {
    }

    private static ObjectNode kind(UploadKind kind) {
        return Json.object().put("type", kind.name().toLowerCase(Locale.ROOT));
    }

    private static UploadedImage image(JsonFields answer) {
        return new UploadedImage(answer.text("imageId"), answer.text("url", ""));
    }

    private static UploadedVoice voice(JsonFields answer) {
        return new UploadedVoice(answer.text("voiceId"));
    }

}
