package dev.ariadne.connector.mirai;

import java.util.List;
import java.util.Locale;

import dev.ariadne.call.Call;
import dev.ariadne.call.ContactCall.BotList;
import dev.ariadne.call.ContactCall.BotProfile;
import dev.ariadne.call.ContactCall.DeleteFriend;
import dev.ariadne.call.ContactCall.FriendList;
import dev.ariadne.call.ContactCall.FriendProfile;
import dev.ariadne.call.ContactCall.GroupList;
import dev.ariadne.call.ContactCall.LatestMemberList;
import dev.ariadne.call.ContactCall.MemberList;
import dev.ariadne.call.ContactCall.MemberProfile;
import dev.ariadne.call.ContactCall.UserProfile;
import dev.ariadne.contact.Profile;
import dev.ariadne.contact.Sex;
import dev.ariadne.json.Json;
import dev.ariadne.json.JsonFields;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The commands about accounts, friends, groups and members (protocol notes 3, observed on 2.10.0).
 */
final class ContactCommands {

    static final List<CallForm<?, ?>> FORMS = List.of(
            CallForm.get(BotList.class, ContactCommands::nothing, Answers::numbers),
            CallForm.get(FriendList.class, ContactCommands::nothing, Answers.list(ContactDecoder::friend)),
            CallForm.get(GroupList.class, ContactCommands::nothing, Answers.list(ContactDecoder::group)),
            CallForm.get(MemberList.class, (call) -> target(call.groupId()), Answers.list(ContactDecoder::member)),
            CallForm.get(LatestMemberList.class, ContactCommands::latest, Answers.list(ContactDecoder::member)),
            CallForm.get(BotProfile.class, ContactCommands::nothing, ContactCommands::profile),
            CallForm.get(FriendProfile.class, (call) -> target(call.friendId()), ContactCommands::profile),
            CallForm.get(MemberProfile.class, (call) -> target(call.groupId()).put("memberId", call.memberId()),
                    ContactCommands::profile),
            CallForm.get(UserProfile.class, (call) -> target(call.userId()), ContactCommands::profile),
            CallForm.post(DeleteFriend.class, (call) -> target(call.friendId()), Answers::done));

    private ContactCommands() {
    }

    private static ObjectNode nothing(Call<?> call) {
        return Json.object();
    }

    private static ObjectNode target(long id) {
        return Json.object().put("target", id);
    }

    /** The ids must be there; null means all members. */
    private static ObjectNode latest(LatestMemberList call) {
        ObjectNode content = target(call.groupId());
        if (call.memberIds().isEmpty()) {
            return content.putNull("memberIds");
        }
        ArrayNode memberIds = content.putArray("memberIds");
        call.memberIds().forEach(memberIds::add);
        return content;
    }

    private static Profile profile(JsonFields answer) {
        return new Profile(answer.text("nickname"), answer.text("email", ""), answer.integer("age", -1),
                answer.integer("level", -1), answer.text("sign", ""), sex(answer.text("sex", "")));
    }

    private static Sex sex(String name) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "MALE" -> Sex.MALE;
            case "FEMALE" -> Sex.FEMALE;
            default -> Sex.UNKNOWN;
        };
    }

}
