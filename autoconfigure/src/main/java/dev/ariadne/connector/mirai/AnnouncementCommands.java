package dev.ariadne.connector.mirai;

import java.util.List;

import dev.ariadne.call.Announcement;
import dev.ariadne.call.AnnouncementCall.AnnouncementList;
import dev.ariadne.call.AnnouncementCall.DeleteAnnouncement;
import dev.ariadne.call.AnnouncementCall.PublishAnnouncement;
import dev.ariadne.call.AnnouncementDraft.Option;
import dev.ariadne.json.Json;
import dev.ariadne.json.JsonFields;
import dev.ariadne.message.Image;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The commands about announcements (protocol notes 3, observed on 2.10.0). Times are seconds.
 */
final class AnnouncementCommands {

    static final List<CallForm<?, ?>> FORMS = List.of(
            CallForm.get(AnnouncementList.class,
                    (call) -> Pages.put(Json.object().put("id", call.groupId()), call.page()),
                    Answers.list(AnnouncementCommands::announcement)),
            CallForm.post(PublishAnnouncement.class, AnnouncementCommands::publish,
                    Answers.data(AnnouncementCommands::announcement)),
            CallForm.post(DeleteAnnouncement.class,
                    (call) -> Json.object().put("id", call.groupId()).put("fid", call.announcementId()),
                    Answers::done));

    private AnnouncementCommands() {
    }

    private static ObjectNode publish(PublishAnnouncement call) {
        ObjectNode content = Json.object().put("target", call.groupId()).put("content", call.draft().content());
        call.draft().options().forEach((option) -> content.put(nameOf(option), true));
        putImage(content, call.draft().image());
        return content;
    }

    private static String nameOf(Option option) {
        return switch (option) {
            case SEND_TO_NEW_MEMBERS -> "sendToNewMember";
            case PINNED -> "pinned";
            case SHOW_EDIT_CARD -> "showEditCard";
            case SHOW_POPUP -> "showPopup";
            case REQUIRE_CONFIRMATION -> "requireConfirmation";
        };
    }

    private static void putImage(ObjectNode content, @Nullable Image image) {
        if (image == null) {
            return;
        }
        if (image.url() != null) {
            content.put("imageUrl", image.url());
        }
        else if (image.path() != null) {
            content.put("imagePath", image.path());
        }
        else {
            content.put("imageBase64", image.base64());
        }
    }

    private static Announcement announcement(JsonFields json) {
        return new Announcement(json.text("fid"), ContactDecoder.group(json.object("group")), json.text("content"),
                json.number("senderId", 0), json.flag("allConfirmed", false),
                json.integer("confirmedMembersCount", 0), json.timeOrEpoch("publicationTime"));
    }

}
