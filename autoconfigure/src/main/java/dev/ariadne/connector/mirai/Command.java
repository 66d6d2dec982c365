package dev.ariadne.connector.mirai;

import java.util.function.Function;

import dev.ariadne.connector.Call;
import dev.ariadne.message.MessageChain;
import dev.ariadne.message.MessageReceipt;
import dev.ariadne.message.Quote;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A command to the server (protocol notes 3, observed on 2.10.0).
 *
 * @param <R> the type of what comes of it
 * @param name the server's name of it
 * @param content its parameters
 * @param ofUser whether somebody waits for the answer; if not it is a heartbeat
 * @param reader reads the answer of a command that succeeded
 */
record Command<R>(String name, ObjectNode content, boolean ofUser, Function<JsonFields, R> reader) {

    /** Returns the cheap command that only a living session answers with success (protocol notes 5.11). */
    static Command<Call.Done> heartbeat() {
        return new Command<>("sessionInfo", JsonNodeFactory.instance.objectNode(), false, (data) -> Call.Done.DONE);
    }

    // Each call names the type of its own answer.
    @SuppressWarnings("unchecked")
    static <R> Command<R> of(Call<R> call) {
        return (Command<R>) any(call);
    }

    private static Command<?> any(Call<?> call) {
        if (call instanceof Call.SendFriendMessage send) {
            return sending(send, send.friendId(), chain(send.message()).put("target", send.friendId()));
        }
        if (call instanceof Call.SendGroupMessage send) {
            return sending(send, send.groupId(), chain(send.message()).put("target", send.groupId()));
        }
        if (call instanceof Call.SendTempMessage send) {
            return sending(send, send.memberId(), chain(send.message())
                    .put("qq", send.memberId()).put("group", send.groupId()));
        }
        if (call instanceof Call.Recall recall) {
            ObjectNode content = JsonNodeFactory.instance.objectNode()
                    .put("target", recall.targetId()).put("messageId", recall.messageId());
            return new Command<>(recall.command(), content, true, (data) -> Call.Done.DONE);
        }
        throw new IllegalArgumentException("Not a call of mirai-api-http: " + call.command());
    }

    private static Command<MessageReceipt> sending(Call<MessageReceipt> call, long targetId, ObjectNode content) {
        return new Command<>(call.command(), content, true,
                (data) -> new MessageReceipt(targetId, data.number("messageId")));
    }

    private static ObjectNode chain(MessageChain message) {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.set("messageChain", ChainEncoder.encode(message));
        message.first(Quote.class).ifPresent((quote) -> content.put("quote", quote.id()));
        return content;
    }

    /** Returns the text of its frame. */
    String frame(String syncId) {
        ObjectNode frame = JsonNodeFactory.instance.objectNode().put("syncId", syncId).put("command", this.name);
        frame.set("content", this.content);
        return Json.write(frame);
    }

}
