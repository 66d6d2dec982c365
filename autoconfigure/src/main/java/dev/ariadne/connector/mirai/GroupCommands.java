package dev.ariadne.connector.mirai;

import java.util.List;

import dev.ariadne.call.GroupCall.GetGroupConfig;
import dev.ariadne.call.GroupCall.GetMemberInfo;
import dev.ariadne.call.GroupCall.Kick;
import dev.ariadne.call.GroupCall.MemberAdmin;
import dev.ariadne.call.GroupCall.Mute;
import dev.ariadne.call.GroupCall.MuteAll;
import dev.ariadne.call.GroupCall.Quit;
import dev.ariadne.call.GroupCall.Unmute;
import dev.ariadne.call.GroupCall.UnmuteAll;
import dev.ariadne.call.GroupCall.UpdateGroupConfig;
import dev.ariadne.call.GroupCall.UpdateMemberInfo;
import dev.ariadne.call.GroupConfig;
import dev.ariadne.json.Json;
import dev.ariadne.json.JsonFields;
import tools.jackson.databind.node.ObjectNode;

/**
 * The commands that administer a group (protocol notes 3, observed on 2.10.0).
 */
final class GroupCommands {

    private static final String GET = "get";

    private static final String UPDATE = "update";

    static final List<CallForm<?, ?>> FORMS = List.of(
            CallForm.post(Mute.class,
                    (call) -> member(call.groupId(), call.memberId()).put("time", call.time().toSeconds()),
                    Answers::done),
            CallForm.post(Unmute.class, (call) -> member(call.groupId(), call.memberId()), Answers::done),
            CallForm.post(MuteAll.class, (call) -> group(call.groupId()), Answers::done),
            CallForm.post(UnmuteAll.class, (call) -> group(call.groupId()), Answers::done),
            CallForm.post(Kick.class,
                    (call) -> member(call.groupId(), call.memberId()).put("block", call.block())
                            .put("msg", call.message()),
                    Answers::done),
            CallForm.post(Quit.class, (call) -> group(call.groupId()), Answers::done),
            CallForm.post(MemberAdmin.class,
                    (call) -> member(call.groupId(), call.memberId()).put("assign", call.assign()), Answers::done),
            CallForm.get(GetGroupConfig.class, (call) -> group(call.groupId()), GroupCommands::config).with(GET),
            CallForm.post(UpdateGroupConfig.class, GroupCommands::update, Answers::done).with(UPDATE),
            CallForm.get(GetMemberInfo.class, (call) -> member(call.groupId(), call.memberId()),
                    ContactDecoder::member).with(GET),
            CallForm.post(UpdateMemberInfo.class, GroupCommands::update, Answers::done).with(UPDATE));

    private GroupCommands() {
    }

    private static ObjectNode group(long groupId) {
        return Json.object().put("target", groupId);
    }

    private static ObjectNode member(long groupId, long memberId) {
        return group(groupId).put("memberId", memberId);
    }

    private static ObjectNode update(UpdateGroupConfig call) {
        ObjectNode content = group(call.groupId());
        ObjectNode config = content.putObject("config");
        if (call.change().name() != null) {
            config.put("name", call.change().name());
        }
        if (call.change().allowMemberInvite() != null) {
            config.put("allowMemberInvite", call.change().allowMemberInvite());
        }
        return content;
    }

    private static ObjectNode update(UpdateMemberInfo call) {
        ObjectNode content = member(call.groupId(), call.memberId());
        ObjectNode info = content.putObject("info");
        if (call.change().name() != null) {
            info.put("name", call.change().name());
        }
        if (call.change().specialTitle() != null) {
            info.put("specialTitle", call.change().specialTitle());
        }
        return content;
    }

    private static GroupConfig config(JsonFields answer) {
        return new GroupConfig(answer.text("name"), answer.flag("confessTalk", false),
                answer.flag("allowMemberInvite", false), answer.flag("autoApprove", false),
                answer.flag("anonymousChat", false), answer.flag("muteAll", false));
    }

}
