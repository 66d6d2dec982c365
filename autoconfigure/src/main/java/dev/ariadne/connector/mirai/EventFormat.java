package dev.ariadne.connector.mirai;

import java.util.function.BiConsumer;
import java.util.function.Function;

import dev.ariadne.event.ReceivedEvent;
import org.jspecify.annotations.Nullable;

/**
 * How one type of event is read and written. Both stand side by side, so that no field is read and not written.
 *
 * @param <E> the type
 * @param type the type, whose simple name is the one on the wire
 * @param reader reads one; null if it is not what the type is for
 * @param writer writes its fields
 */
record EventFormat<E extends ReceivedEvent>(Class<E> type, Function<EventReader, @Nullable E> reader,
        BiConsumer<E, EventWriter> writer) {

    String name() {
        return this.type.getSimpleName();
    }

    void write(ReceivedEvent event, EventWriter out) {
        this.writer.accept(this.type.cast(event), out);
    }

}
