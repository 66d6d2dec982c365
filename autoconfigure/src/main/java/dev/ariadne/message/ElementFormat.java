package dev.ariadne.message;

import java.util.function.BiConsumer;
import java.util.function.Function;

import dev.ariadne.json.FieldWriter;
import dev.ariadne.json.JsonFields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * How one type of element is read and written.
 *
 * @param <E> the type
 * @param type the type, whose simple name is the one on the wire
 * @param reader reads one; null if the JSON says too little for the type
 * @param writer writes one
 */
record ElementFormat<E extends MessageElement>(Class<E> type, Function<JsonFields, @Nullable E> reader,
        BiConsumer<E, FieldWriter> writer) {

    String name() {
        return this.type.getSimpleName();
    }

    @Nullable MessageElement read(JsonFields json) {
        return this.reader.apply(json);
    }

    ObjectNode write(MessageElement element, FieldWriter json) {
        json.text("type", name());
        this.writer.accept(this.type.cast(element), json);
        return json.json();
    }

}
