package dev.ariadne.connector.sandbox;

import java.util.ArrayList;
import java.util.List;

import dev.ariadne.call.Call;
import dev.ariadne.call.Done;
import dev.ariadne.call.MessageCall;
import dev.ariadne.call.Recipient;
import dev.ariadne.call.StoredMessage;
import dev.ariadne.event.Conversation;
import dev.ariadne.message.Image;
import dev.ariadne.message.MessageChain;
import dev.ariadne.message.MessageReceipt;

/**
 * The sandbox's answers to calls about messages.
 */
final class MessageAnswers {

    private MessageAnswers() {
    }

    static MessageReceipt send(SandboxCaller account, MessageCall.SendFriendMessage call) {
        return account.send(call, Conversation.friend(call.friendId()), call.message());
    }

    static MessageReceipt send(SandboxCaller account, MessageCall.SendGroupMessage call) {
        return account.send(call, Conversation.group(call.groupId()), call.message());
    }

    static MessageReceipt send(SandboxCaller account, MessageCall.SendTempMessage call) {
        return account.send(call, Conversation.temp(call.memberId()), call.message());
    }

    static List<String> send(SandboxCaller account, MessageCall.SendImageMessage call) {
        MessageChain message = MessageChain.of(call.urls().stream().map(Image::ofUrl).toList());
        MessageReceipt receipt = account.send(call, conversation(call.recipient()), message);
        List<String> ids = new ArrayList<>();
        call.urls().forEach((url) -> ids.add("{sandbox-" + receipt.messageId() + "-" + ids.size() + "}"));
        return List.copyOf(ids);
    }

    private static Conversation conversation(Recipient recipient) {
        return switch (recipient.kind()) {
            case GROUP -> Conversation.group(recipient.groupId());
            case MEMBER -> Conversation.temp(recipient.userId());
            case FRIEND, STRANGER -> Conversation.friend(recipient.userId());
        };
    }

    static Done recall(SandboxCaller account, MessageCall.Recall call) {
        if (!account.account().hasSent(call.targetId(), call.messageId())) {
            throw account.unknown(call, "that the account sent message " + call.messageId() + " to a friend or group");
        }
        return Done.DONE;
    }

    static Done setEssence(SandboxCaller account, MessageCall.SetEssence call) {
        message(account, call, call.groupId(), call.messageId());
        return Done.DONE;
    }

    static StoredMessage find(SandboxCaller account, MessageCall.MessageFromId call) {
        return message(account, call, call.targetId(), call.messageId());
    }

    private static StoredMessage message(SandboxCaller account, Call<?> call, long targetId, long messageId) {
        StoredMessage message = account.messages().find(targetId, messageId);
        if (message == null) {
            throw account.unknown(call, "message " + messageId + " of " + targetId);
        }
        return message;
    }

    static List<StoredMessage> roaming(SandboxCaller account, MessageCall.RoamingMessages call) {
        return account.messages().in(conversation(call.conversation())).stream()
            .filter((kept) -> !kept.source().time().isBefore(call.from())
                    && !kept.source().time().isAfter(call.to()))
            .map(KeptMessages.Kept::message).toList();
    }

}
