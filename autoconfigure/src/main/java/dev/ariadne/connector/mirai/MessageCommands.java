package dev.ariadne.connector.mirai;

import java.util.List;

import dev.ariadne.call.MessageCall.MessageFromId;
import dev.ariadne.call.MessageCall.Recall;
import dev.ariadne.call.MessageCall.RoamingMessages;
import dev.ariadne.call.MessageCall.SendFriendMessage;
import dev.ariadne.call.MessageCall.SendGroupMessage;
import dev.ariadne.call.MessageCall.SendImageMessage;
import dev.ariadne.call.MessageCall.SendNudge;
import dev.ariadne.call.MessageCall.SendOtherClientMessage;
import dev.ariadne.call.MessageCall.SendTempMessage;
import dev.ariadne.call.MessageCall.SetEssence;
import dev.ariadne.call.Recipient;
import dev.ariadne.call.StoredMessage;
import dev.ariadne.json.Json;
import dev.ariadne.json.JsonFields;
import dev.ariadne.message.ChainJson;
import dev.ariadne.message.MessageReceipt;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The commands about messages (protocol notes 3, observed on 2.10.0).
 */
final class MessageCommands {

    static final List<CallForm<?, ?>> FORMS = List.of(
            CallForm.post(SendFriendMessage.class,
                    (call) -> Chains.content(call.message()).put("target", call.friendId()),
                    (call, answer) -> receipt(call.friendId(), answer)),
            CallForm.post(SendGroupMessage.class,
                    (call) -> Chains.content(call.message()).put("target", call.groupId()),
                    (call, answer) -> receipt(call.groupId(), answer)),
            CallForm.post(SendTempMessage.class,
                    (call) -> Chains.content(call.message()).put("qq", call.memberId()).put("group", call.groupId()),
                    (call, answer) -> receipt(call.memberId(), answer)),
            CallForm.post(SendOtherClientMessage.class,
                    (call) -> Chains.content(call.message()).put("target", call.clientId()),
                    (call, answer) -> receipt(call.clientId(), answer)),
            CallForm.post(SendImageMessage.class, MessageCommands::images, Answers::texts),
            CallForm.post(SendNudge.class, MessageCommands::nudge, Answers::done),
            CallForm.post(Recall.class, (call) -> message(call.targetId(), call.messageId()), Answers::done),
            CallForm.post(SetEssence.class, (call) -> message(call.groupId(), call.messageId()), Answers::done),
            CallForm.get(MessageFromId.class, (call) -> message(call.targetId(), call.messageId()),
                    Answers.data(MessageCommands::stored)),
            CallForm.post(RoamingMessages.class, MessageCommands::roaming, Answers.list(MessageCommands::stored)));

    private MessageCommands() {
    }

    private static MessageReceipt receipt(long targetId, JsonFields answer) {
        return new MessageReceipt(targetId, answer.number("messageId"));
    }

    private static ObjectNode message(long targetId, long messageId) {
        return Json.object().put("target", targetId).put("messageId", messageId);
    }

    private static ObjectNode images(SendImageMessage call) {
        ObjectNode content = Json.object();
        if (call.recipient().userId() != 0) {
            content.put("qq", call.recipient().userId());
        }
        if (call.recipient().groupId() != 0) {
            content.put("group", call.recipient().groupId());
        }
        ArrayNode urls = content.putArray("urls");
        call.urls().forEach(urls::add);
        return content;
    }

    private static ObjectNode nudge(SendNudge call) {
        Recipient recipient = call.recipient();
        long subject = (recipient.kind() == Recipient.Kind.MEMBER) ? recipient.groupId() : recipient.userId();
        return Json.object().put("target", recipient.userId()).put("subject", subject).put("kind",
                switch (recipient.kind()) {
                    case FRIEND -> "Friend";
                    case MEMBER, GROUP -> "Group";
                    case STRANGER -> "Stranger";
                });
    }

    /** All three targets must be there, though only one of them is not null. */
    private static ObjectNode roaming(RoamingMessages call) {
        Recipient with = call.conversation();
        ObjectNode content = Json.object().put("timeStart", call.from().getEpochSecond())
                .put("timeEnd", call.to().getEpochSecond()).putNull("target");
        boolean group = with.kind() == Recipient.Kind.GROUP;
        content.put("qq", group ? null : Long.valueOf(with.userId()));
        return content.put("group", group ? Long.valueOf(with.groupId()) : null);
    }

    private static StoredMessage stored(JsonFields message) {
        return new StoredMessage(message.text("type"), ContactDecoder.sender(message.object("sender")),
                ChainJson.read(message, "messageChain"));
    }

}
