package dev.ariadne;

import java.util.List;

import dev.ariadne.call.Announcement;
import dev.ariadne.call.AnnouncementCall;
import dev.ariadne.call.AnnouncementDraft;
import dev.ariadne.call.Call;
import dev.ariadne.call.Page;

/**
 * The calls about the announcements of a group.
 *
 * @see Ariadne
 * @since 0.1.0
 */
public interface AnnouncementCalls {

    /**
     * Makes a call that is given as a value.
     *
     * @see Ariadne#call(Call)
     */
    <R> R call(Call<R> call);

    /**
     * Asks for all announcements of a group.
     *
     * @param groupId the id of the group
     * @return the announcements
     * @throws CallFailedException if there was no answer, or the account is not in the group
     */
    default List<Announcement> announcements(long groupId) {
        return call(new AnnouncementCall.AnnouncementList(groupId, Page.all()));
    }

    /**
     * Asks for announcements of a group.
     *
     * @param groupId the id of the group
     * @param page which part of the list
     * @return the announcements
     * @throws CallFailedException if there was no answer, or the account is not in the group
     */
    default List<Announcement> announcements(long groupId, Page page) {
        return call(new AnnouncementCall.AnnouncementList(groupId, page));
    }

    /**
     * Publishes an announcement. The account must be an administrator of the group.
     *
     * @param groupId the id of the group
     * @param draft what to publish
     * @return the announcement
     * @throws CallFailedException if it was not published
     */
    default Announcement publishAnnouncement(long groupId, AnnouncementDraft draft) {
        return call(new AnnouncementCall.PublishAnnouncement(groupId, draft));
    }

    /**
     * Deletes an announcement.
     *
     * @param groupId the id of the group
     * @param announcementId the id of the announcement
     * @throws CallFailedException if it was not deleted
     * @throws IllegalArgumentException if the id is blank
     */
    default void deleteAnnouncement(long groupId, String announcementId) {
        call(new AnnouncementCall.DeleteAnnouncement(groupId, announcementId));
    }

    /**
     * Deletes an announcement.
     *
     * @param announcement the announcement
     * @throws CallFailedException if it was not deleted
     */
    default void deleteAnnouncement(Announcement announcement) {
        deleteAnnouncement(announcement.group().id(), announcement.id());
    }

}
