package dev.ariadne.connector.mirai;

import java.util.List;
import java.util.function.Function;

import dev.ariadne.CallFailedException;
import dev.ariadne.call.Call;
import dev.ariadne.call.Done;
import dev.ariadne.json.Json;
import dev.ariadne.json.JsonFields;
import dev.ariadne.json.MalformedJsonException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A command to the server (protocol notes 3, observed on 2.10.0), in the form that all kinds of link share.
 *
 * @param <R> the type of what comes of it
 * @param name the server's name of it on a WebSocket
 * @param subCommand which of its ways, null if it has one only
 * @param method how it is made by HTTP
 * @param content its parameters, without those of the session
 * @param files the files that go with it; only by HTTP, and only if the method is {@code UPLOAD}
 * @param ofUser whether somebody waits for the answer; if not it is a heartbeat
 * @param reader reads the answer of a command that succeeded: the object that has {@code code}, or a bare one
 */
record Command<R>(String name, @Nullable String subCommand, Method method, ObjectNode content, List<FilePart> files,
        boolean ofUser, Function<JsonFields, R> reader) {

    static <R> Command<R> get(String name, ObjectNode content, Function<JsonFields, R> reader) {
        return new Command<>(name, null, Method.GET, content, List.of(), true, reader);
    }

    static <R> Command<R> post(String name, ObjectNode content, Function<JsonFields, R> reader) {
        return new Command<>(name, null, Method.POST, content, List.of(), true, reader);
    }

    static <R> Command<R> upload(String name, ObjectNode content, List<FilePart> files,
            Function<JsonFields, R> reader) {
        return new Command<>(name, null, Method.UPLOAD, content, files, true, reader);
    }

    /** Returns the same, with a sub-command. By HTTP the method says as much. */
    Command<R> with(String subCommand) {
        return new Command<>(this.name, subCommand, this.method, this.content, this.files, this.ofUser, this.reader);
    }

    /** Returns the cheap command that only a living session answers with success (protocol notes 5.11). */
    static Command<Done> heartbeat() {
        return new Command<>("sessionInfo", null, Method.GET, Json.object(), List.of(), false, (data) -> Done.DONE);
    }

    static <R> Command<R> of(Call<R> call) {
        return Commands.of(call);
    }

    /** Returns the path by which it is made by HTTP, such as {@code /file/list}. */
    String path() {
        return "/" + this.name.replace('_', '/');
    }

    /** Returns the text of its frame on a WebSocket. */
    String frame(String syncId) {
        ObjectNode frame = Json.object().put("syncId", syncId).put("command", this.name);
        if (this.subCommand != null) {
            frame.put("subCommand", this.subCommand);
        }
        frame.set("content", this.content);
        return Json.write(frame);
    }

    /**
     * Reads the server's answer. One without a code is bare data, which some commands answer (protocol notes 2).
     *
     * @param account the name of the account, for exceptions
     * @throws CallFailedException if the server refuses, or its answer is not understood
     */
    R read(String account, JsonFields answer) {
        try {
            int code = answer.integer("code", 0);
            if (code != 0) {
                throw Rejections.of(account, this, code, answer.text("msg", ""));
            }
            return this.reader.apply(answer);
        }
        catch (MalformedJsonException ex) {
            throw new UnexpectedAnswerException(account, this.name, ex.getMessage());
        }
    }

    /** How a command is made by HTTP. */
    enum Method {

        /** With a query. */
        GET,

        /** With a body of JSON. */
        POST,

        /** With a body of {@code multipart/form-data}; not on a WebSocket. */
        UPLOAD

    }

}
