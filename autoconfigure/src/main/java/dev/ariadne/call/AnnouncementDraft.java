package dev.ariadne.call;

import java.util.EnumSet;
import java.util.Set;

import dev.ariadne.message.Image;
import org.jspecify.annotations.Nullable;

/**
 * An announcement to be published: {@code AnnouncementDraft.of("text").with(Option.PINNED)}.
 *
 * @param content its text
 * @param options how it is published
 * @param image what it shows, null for none; given by its URL, its path or its bytes
 * @since 0.1.0
 */
public record AnnouncementDraft(String content, Set<Option> options, @Nullable Image image) {

    /**
     * Creates a draft.
     *
     * @throws IllegalArgumentException if the content is blank, or the image is given by its id
     */
    public AnnouncementDraft {
        Arguments.notBlank(content, "the text of the announcement");
        options = Set.copyOf(options);
        if (image != null && image.url() == null && image.path() == null && image.base64() == null) {
            throw new IllegalArgumentException("The image of an announcement is given by Image.ofUrl, ofPath or "
                    + "ofBytes, not by the id of an image for messages");
        }
    }

    /**
     * Returns a draft with a text only.
     *
     * @throws IllegalArgumentException if the text is blank
     */
    public static AnnouncementDraft of(String content) {
        return new AnnouncementDraft(content, Set.of(), null);
    }

    /**
     * Returns the same, published in one more way.
     */
    public AnnouncementDraft with(Option option) {
        Set<Option> options = EnumSet.of(option);
        options.addAll(this.options);
        return new AnnouncementDraft(this.content, options, this.image);
    }

    /**
     * Returns the same, with an image.
     *
     * @throws IllegalArgumentException if the image is given by its id
     */
    public AnnouncementDraft with(Image image) {
        return new AnnouncementDraft(this.content, this.options, image);
    }

    /**
     * A way to publish an announcement.
     *
     * @since 0.1.0
     */
    public enum Option {

        /** Members who join later are shown it. */
        SEND_TO_NEW_MEMBERS,

        /** It stays on top. */
        PINNED,

        /** It asks members to set their name in the group. */
        SHOW_EDIT_CARD,

        /** It pops up. */
        SHOW_POPUP,

        /** Members are to confirm that they read it. */
        REQUIRE_CONFIRMATION

    }

}
