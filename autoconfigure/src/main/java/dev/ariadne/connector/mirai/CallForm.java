package dev.ariadne.connector.mirai;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

import dev.ariadne.call.Call;
import dev.ariadne.connector.mirai.Command.Method;
import dev.ariadne.json.JsonFields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * How one type of call goes over the wire.
 *
 * @param <C> the type of call
 * @param <R> the type of its answer
 * @param type the type of call
 * @param subCommand which way of the command it is, null if the command has one only
 * @param method how it is made by HTTP
 * @param content writes its parameters
 * @param files its files
 * @param reader reads its answer
 */
record CallForm<C extends Call<R>, R>(Class<C> type, @Nullable String subCommand, Method method,
        Function<C, ObjectNode> content, Function<C, List<FilePart>> files, BiFunction<C, JsonFields, R> reader) {

    static <C extends Call<R>, R> CallForm<C, R> get(Class<C> type, Function<C, ObjectNode> content,
            Function<JsonFields, R> reader) {
        return new CallForm<>(type, null, Method.GET, content, (call) -> List.of(), (call, data) -> reader.apply(data));
    }

    static <C extends Call<R>, R> CallForm<C, R> post(Class<C> type, Function<C, ObjectNode> content,
            Function<JsonFields, R> reader) {
        return post(type, content, (call, data) -> reader.apply(data));
    }

    static <C extends Call<R>, R> CallForm<C, R> post(Class<C> type, Function<C, ObjectNode> content,
            BiFunction<C, JsonFields, R> reader) {
        return new CallForm<>(type, null, Method.POST, content, (call) -> List.of(), reader);
    }

    static <C extends Call<R>, R> CallForm<C, R> upload(Class<C> type, Function<C, ObjectNode> content,
            Function<C, List<FilePart>> files, Function<JsonFields, R> reader) {
        return new CallForm<>(type, null, Method.UPLOAD, content, files, (call, data) -> reader.apply(data));
    }

    /** Returns the same, as one way of a command that has several. */
    CallForm<C, R> with(String subCommand) {
        return new CallForm<>(this.type, subCommand, this.method, this.content, this.files, this.reader);
    }

    /** Returns the command that a call of this type is. */
    Command<R> of(Call<?> call) {
        C typed = this.type.cast(call);
        return new Command<>(typed.command(), this.subCommand, this.method, this.content.apply(typed),
                this.files.apply(typed), true, (data) -> this.reader.apply(typed, data));
    }

}
