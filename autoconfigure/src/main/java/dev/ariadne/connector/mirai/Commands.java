package dev.ariadne.connector.mirai;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.ariadne.call.Call;
import dev.ariadne.call.CustomCall;
import dev.ariadne.json.Json;
import dev.ariadne.json.JsonFields;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which command a call is (protocol notes 3, observed on 2.10.0).
 */
final class Commands {

    private static final Map<Class<?>, CallForm<?, ?>> FORMS = Stream
            .of(MessageCommands.FORMS, ContactCommands.FORMS, GroupCommands.FORMS, FileCommands.FORMS,
                    AnnouncementCommands.FORMS, UploadCommands.FORMS, RequestCommands.FORMS, ServerCommands.FORMS)
            .flatMap(List::stream).collect(Collectors.toUnmodifiableMap(CallForm::type, (form) -> form));

    private Commands() {
    }

    /** Returns how each type of call goes over the wire. */
    static Collection<CallForm<?, ?>> forms() {
        return FORMS.values();
    }

    // Each call names the type of its own answer.
    @SuppressWarnings("unchecked")
    static <R> Command<R> of(Call<R> call) {
        if (call instanceof CustomCall custom) {
            return (Command<R>) custom(custom);
        }
        CallForm<?, ?> form = FORMS.get(call.getClass());
        if (form == null) {
            throw new IllegalStateException("No command is known for " + call.getClass());
        }
        return (Command<R>) form.of(call);
    }

    private static Command<?> custom(CustomCall call) {
        ObjectNode content = Json.object(call.parameters());
        Command<?> command = (call.kind() == CustomCall.Kind.QUERY)
                ? Command.get(call.command(), content, JsonFields::json)
                : Command.post(call.command(), content, JsonFields::json);
        return (call.subCommand() != null) ? command.with(call.subCommand()) : command;
    }

}
