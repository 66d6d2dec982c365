package dev.ariadne.connector.mirai;

import java.util.List;

import dev.ariadne.call.RequestCall.AnswerFriendRequest;
import dev.ariadne.call.RequestCall.AnswerInvitation;
import dev.ariadne.call.RequestCall.AnswerMemberJoinRequest;
import dev.ariadne.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * The commands that answer requests (protocol notes 3, observed on 2.10.0). All parameters must be there.
 */
final class RequestCommands {

    static final List<CallForm<?, ?>> FORMS = List.of(
            CallForm.post(AnswerFriendRequest.class,
                    (call) -> content(call.eventId(), call.fromId(), call.groupId(), call.operate().code(),
                            call.message()),
                    Answers::done),
            CallForm.post(AnswerMemberJoinRequest.class,
                    (call) -> content(call.eventId(), call.fromId(), call.groupId(), call.operate().code(),
                            call.message()),
                    Answers::done),
            CallForm.post(AnswerInvitation.class,
                    (call) -> content(call.eventId(), call.fromId(), call.groupId(), call.operate().code(),
                            call.message()),
                    Answers::done));

    private RequestCommands() {
    }

    private static ObjectNode content(long eventId, long fromId, long groupId, int operate, String message) {
        return Json.object().put("eventId", eventId).put("fromId", fromId).put("groupId", groupId)
                .put("operate", operate).put("message", message);
    }

}
