package dev.ariadne.event;

import dev.ariadne.Ariadne;

/**
 * Something that an account has received. Published as the payload of a Spring event: a listener takes it as its
 * parameter.
 * <p>
 * Events of one {@link #conversation()} are delivered one after the other, in the order in which they came; those of
 * different conversations concurrently. Listeners run on threads of the account, never on one that reads from a link,
 * and may block.
 *
 * @since 0.1.0
 */
public interface ReceivedEvent {

    /**
     * Returns the account that received the event.
     */
    Ariadne ariadne();

    /**
     * Returns what the event belongs to.
     */
    Conversation conversation();

    /**
     * Returns the name of the event's type, such as {@code GroupMessage}. There are not many, so it may tag a metric.
     */
    default String type() {
        return getClass().getSimpleName();
    }

}
