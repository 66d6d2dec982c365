package dev.ariadne.message;

/**
 * A piece of music, shared from a music service.
 *
 * @param kind the service; 2.10.0 sends {@code NeteaseCloudMusic}, {@code QQMusic}, {@code MiguMusic},
 * {@code KugouMusic} and {@code KuwoMusic}
 * @param title the title
 * @param summary the line below the title
 * @param jumpUrl where a click leads
 * @param pictureUrl the picture beside it
 * @param musicUrl the music itself
 * @param brief what a list of conversations shows
 * @since 0.1.0
 */
public record MusicShare(String kind, String title, String summary, String jumpUrl, String pictureUrl, String musicUrl,
        String brief) implements MessageElement {

    @Override
    public String display() {
        return "[music " + this.title + "]";
    }

}
