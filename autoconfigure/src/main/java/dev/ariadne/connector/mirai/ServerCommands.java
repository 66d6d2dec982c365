package dev.ariadne.connector.mirai;

import java.util.List;

import dev.ariadne.call.CommandCall.ExecuteCommand;
import dev.ariadne.call.CommandCall.RegisterCommand;
import dev.ariadne.call.ServerCall.About;
import dev.ariadne.call.ServerCall.GetSessionInfo;
import dev.ariadne.call.ServerInfo;
import dev.ariadne.call.SessionInfo;
import dev.ariadne.json.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The commands about the server and its console (protocol notes 3, observed on 2.10.0).
 */
final class ServerCommands {

    static final List<CallForm<?, ?>> FORMS = List.of(
            CallForm.get(About.class, (call) -> Json.object(),
                    Answers.data((data) -> new ServerInfo(data.text("version")))),
            CallForm.get(GetSessionInfo.class, (call) -> Json.object(),
                    Answers.data((data) -> new SessionInfo(data.text("sessionKey"),
                            ContactDecoder.friend(data.object("qq"))))),
            CallForm.post(ExecuteCommand.class, ServerCommands::execute, Answers::done),
            CallForm.post(RegisterCommand.class, ServerCommands::register, Answers::done));

    private ServerCommands() {
    }

    private static ObjectNode execute(ExecuteCommand call) {
        ObjectNode content = Json.object();
        content.set("command", Chains.write(call.line()));
        return content;
    }

    private static ObjectNode register(RegisterCommand call) {
        ObjectNode content = Json.object().put("name", call.name());
        ArrayNode aliases = content.putArray("alias");
        call.aliases().forEach(aliases::add);
        if (call.usage() != null) {
            content.put("usage", call.usage());
        }
        return (call.description() != null) ? content.put("description", call.description()) : content;
    }

}
