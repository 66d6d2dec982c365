package dev.ariadne.call;

import java.util.List;

/**
 * Calls about the announcements of a group.
 *
 * @param <R> the type of the answer
 * @since 0.1.0
 */
public sealed interface AnnouncementCall<R> extends Call<R> {

    /**
     * Asks for announcements.
     *
     * @param groupId the group
     * @param page which part of the list
     */
    record AnnouncementList(long groupId, Page page) implements AnnouncementCall<List<Announcement>> {

        @Override
        public String command() {
            return "anno_list";
        }

    }

    /**
     * Publishes an announcement.
     *
     * @param groupId the group
     * @param draft what to publish
     */
    record PublishAnnouncement(long groupId, AnnouncementDraft draft) implements AnnouncementCall<Announcement> {

        @Override
        public String command() {
            return "anno_publish";
        }

    }

    /**
     * Deletes an announcement.
     *
     * @param groupId the group
     * @param announcementId the announcement
     */
    record DeleteAnnouncement(long groupId, String announcementId) implements AnnouncementCall<Done> {

        /**
         * Creates the call.
         *
         * @throws IllegalArgumentException if the id is blank
         */
        public DeleteAnnouncement {
            Arguments.notBlank(announcementId, "the id of the announcement");
        }

        @Override
        public String command() {
            return "anno_delete";
        }

    }

}
