package dev.ariadne.message;

import java.util.List;

import dev.ariadne.json.FieldWriter;
import dev.ariadne.json.JsonFields;
import org.jspecify.annotations.Nullable;

/**
 * How elements that are seen or heard are read and written.
 */
final class MediaElements {

    static final List<ElementFormat<?>> FORMATS = List.of(
            new ElementFormat<>(Image.class, MediaElements::image, MediaElements::image),
            new ElementFormat<>(FlashImage.class, MediaElements::flash, (flash, json) -> image(flash.image(), json)),
            new ElementFormat<>(Voice.class, MediaElements::voice, (voice, json) -> json
                    .text("voiceId", voice.voiceId()).text("url", voice.url()).text("path", voice.path())
                    .text("base64", voice.base64()).numberOrZero("length", voice.length())),
            new ElementFormat<>(MusicShare.class,
                    (json) -> new MusicShare(json.text("kind"), json.text("title"), json.text("summary"),
                            json.text("jumpUrl"), json.text("pictureUrl"), json.text("musicUrl"), json.text("brief")),
                    (music, json) -> json.text("kind", music.kind()).text("title", music.title())
                            .text("summary", music.summary()).text("jumpUrl", music.jumpUrl())
                            .text("pictureUrl", music.pictureUrl()).text("musicUrl", music.musicUrl())
                            .text("brief", music.brief())),
            new ElementFormat<>(File.class,
                    (json) -> new File(json.text("id"), json.text("name"), json.number("size")),
                    (file, json) -> json.text("id", file.id()).text("name", file.name()).number("size", file.size())),
            new ElementFormat<>(ShortVideo.class,
                    (json) -> new ShortVideo(json.text("videoId"), json.text("fileMd5"), json.number("fileSize"),
                            json.text("fileFormat"), json.text("filename"), json.textOrNull("videoUrl"),
                            json.textOrNull("thumbnailUrl")),
                    (video, json) -> json.text("videoId", video.videoId()).text("fileMd5", video.fileMd5())
                            .number("fileSize", video.fileSize()).text("fileFormat", video.fileFormat())
                            .text("filename", video.filename()).text("videoUrl", video.videoUrl())
                            .text("thumbnailUrl", video.thumbnailUrl())));

    private MediaElements() {
    }

    private static @Nullable Image image(JsonFields json) {
        String imageId = json.textOrNull("imageId");
        String url = json.textOrNull("url");
        String path = json.textOrNull("path");
        String base64 = json.textOrNull("base64");
        if (imageId == null && url == null && path == null && base64 == null) {
            return null;
        }
        return new Image(imageId, url, path, base64, json.integer("width", 0), json.integer("height", 0),
                json.number("size", 0), json.textOrNull("imageType"), json.flag("isEmoji", false));
    }

    private static void image(Image image, FieldWriter json) {
        json.text("imageId", image.imageId()).text("url", image.url()).text("path", image.path())
            .text("base64", image.base64()).numberOrZero("width", image.width())
            .numberOrZero("height", image.height()).numberOrZero("size", image.size())
            .text("imageType", image.imageType()).flagOrFalse("isEmoji", image.emoji());
    }

    private static @Nullable FlashImage flash(JsonFields json) {
        Image image = image(json);
        return (image != null) ? image.flash() : null;
    }

    private static @Nullable Voice voice(JsonFields json) {
        String voiceId = json.textOrNull("voiceId");
        String url = json.textOrNull("url");
        String path = json.textOrNull("path");
        String base64 = json.textOrNull("base64");
        if (voiceId == null && url == null && path == null && base64 == null) {
            return null;
        }
        return new Voice(voiceId, url, path, base64, json.number("length", 0));
    }

}
