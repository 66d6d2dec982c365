package dev.ariadne.connector.mirai;

import dev.ariadne.call.Call;
import dev.ariadne.call.CustomCall;
import dev.ariadne.call.Done;
import dev.ariadne.call.MessageCall;
import dev.ariadne.json.Json;
import dev.ariadne.json.JsonFields;
import dev.ariadne.message.ChainJson;
import dev.ariadne.message.MessageChain;
import dev.ariadne.message.MessageReceipt;
import dev.ariadne.message.Quote;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which command a call is (protocol notes 3, observed on 2.10.0).
 */
final class Commands {

    private Commands() {
    }

    // Each call names the type of its own answer.
    @SuppressWarnings("unchecked")
    static <R> Command<R> of(Call<R> call) {
        return (Command<R>) any(call);
    }

    private static Command<?> any(Call<?> call) {
        if (call instanceof MessageCall.SendFriendMessage send) {
            return sending(send, send.friendId(), chain(send.message()).put("target", send.friendId()));
        }
        if (call instanceof MessageCall.SendGroupMessage send) {
            return sending(send, send.groupId(), chain(send.message()).put("target", send.groupId()));
        }
        if (call instanceof MessageCall.SendTempMessage send) {
            return sending(send, send.memberId(), chain(send.message())
                    .put("qq", send.memberId()).put("group", send.groupId()));
        }
        if (call instanceof MessageCall.Recall recall) {
            ObjectNode content = Json.object().put("target", recall.targetId()).put("messageId", recall.messageId());
            return Command.post(recall.command(), content, (data) -> Done.DONE);
        }
        return custom((CustomCall) call);
    }

    private static Command<?> custom(CustomCall call) {
        ObjectNode content = Json.object(call.parameters());
        Command<?> command = (call.kind() == CustomCall.Kind.QUERY)
                ? Command.get(call.command(), content, JsonFields::json) : Command.post(call.command(), content, JsonFields::json);
        return (call.subCommand() != null) ? command.with(call.subCommand()) : command;
    }

    private static Command<MessageReceipt> sending(Call<MessageReceipt> call, long targetId, ObjectNode content) {
        return Command.post(call.command(), content,
                (data) -> new MessageReceipt(targetId, data.number("messageId")));
    }

    private static ObjectNode chain(MessageChain message) {
        ObjectNode content = Json.object();
        content.set("messageChain", ChainJson.forSending(message));
        message.first(Quote.class).ifPresent((quote) -> content.put("quote", quote.id()));
        return content;
    }

}
