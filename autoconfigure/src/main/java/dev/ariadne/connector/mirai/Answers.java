package dev.ariadne.connector.mirai;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import dev.ariadne.call.Done;
import dev.ariadne.json.JsonFields;
import dev.ariadne.json.MalformedJsonException;
import tools.jackson.databind.JsonNode;

/**
 * What is common to the answers of many commands (protocol notes 2, observed on 2.10.0): most have their content in
 * {@code data}, some are the bare content.
 */
final class Answers {

    private static final String DATA = "data";

    private Answers() {
    }

    static Done done(JsonFields answer) {
        return Done.DONE;
    }

    /** Reads an object in {@code data}. */
    static <T> Function<JsonFields, T> data(Function<JsonFields, T> reader) {
        return (answer) -> reader.apply(answer.object(DATA));
    }

    /** Reads an array of objects in {@code data}. */
    static <T> Function<JsonFields, List<T>> list(Function<JsonFields, T> reader) {
        return (answer) -> {
            List<T> list = new ArrayList<>();
            for (JsonNode element : answer.array(DATA)) {
                list.add(reader.apply(new JsonFields(element, answer.path() + "." + DATA + "[" + list.size() + "]")));
            }
            return List.copyOf(list);
        };
    }

    /** Reads an array of numbers in {@code data}. */
    static List<Long> numbers(JsonFields answer) {
        List<Long> numbers = new ArrayList<>();
        for (JsonNode element : answer.array(DATA)) {
            if (!element.isIntegralNumber() || !element.canConvertToLong()) {
                throw new MalformedJsonException(answer.path() + "." + DATA + " is not an array of whole numbers");
            }
            numbers.add(element.longValue());
        }
        return List.copyOf(numbers);
    }

    /** Reads an array of texts in {@code data}. */
    static List<String> texts(JsonFields answer) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : answer.array(DATA)) {
            if (!element.isString()) {
                throw new MalformedJsonException(answer.path() + "." + DATA + " is not an array of texts");
            }
            texts.add(element.stringValue());
        }
        return List.copyOf(texts);
    }

}
