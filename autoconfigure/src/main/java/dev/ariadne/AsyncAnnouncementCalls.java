package dev.ariadne;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.ariadne.call.Announcement;
import dev.ariadne.call.AnnouncementCall;
import dev.ariadne.call.AnnouncementDraft;
import dev.ariadne.call.Call;
import dev.ariadne.call.Done;
import dev.ariadne.call.Page;

/**
 * The calls about the announcements of a group, without waiting for them.
 *
 * @see AsyncAriadne
 * @since 0.1.0
 */
public interface AsyncAnnouncementCalls {

    /**
     * Makes a call that is given as a value.
     *
     * @see AsyncAriadne#call(Call)
     */
    <R> CompletableFuture<R> call(Call<R> call);

    /**
     * Asks for all announcements of a group.
     *
     * @see AnnouncementCalls#announcements(long)
     */
    default CompletableFuture<List<Announcement>> announcements(long groupId) {
        return call(new AnnouncementCall.AnnouncementList(groupId, Page.all()));
    }

    /**
     * Asks for announcements of a group.
     *
     * @see AnnouncementCalls#announcements(long, Page)
     */
    default CompletableFuture<List<Announcement>> announcements(long groupId, Page page) {
        return call(new AnnouncementCall.AnnouncementList(groupId, page));
    }

    /**
     * Publishes an announcement. The account must be an administrator of the group.
     *
     * @see AnnouncementCalls#publishAnnouncement(long, AnnouncementDraft)
     */
    default CompletableFuture<Announcement> publishAnnouncement(long groupId, AnnouncementDraft draft) {
        return call(new AnnouncementCall.PublishAnnouncement(groupId, draft));
    }

    /**
     * Deletes an announcement.
     *
     * @see AnnouncementCalls#deleteAnnouncement(long, String)
     */
    default CompletableFuture<Done> deleteAnnouncement(long groupId, String announcementId) {
        return call(new AnnouncementCall.DeleteAnnouncement(groupId, announcementId));
    }

    /**
     * Deletes an announcement.
     *
     * @see AnnouncementCalls#deleteAnnouncement(Announcement)
     */
    default CompletableFuture<Done> deleteAnnouncement(Announcement announcement) {
        return deleteAnnouncement(announcement.group().id(), announcement.id());
    }

}
