package dev.ariadne.message;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A message: a chain of elements. Immutable.
 *
 * @since 0.1.0
 */
public final class MessageChain implements Iterable<MessageElement> {

    private static final MessageChain EMPTY = new MessageChain(List.of());

    private final List<MessageElement> elements;

    private MessageChain(List<MessageElement> elements) {
        this.elements = elements;
    }

    /**
     * Returns a chain without elements.
     */
    public static MessageChain empty() {
        return EMPTY;
    }

    /**
     * Returns a chain of one {@link Plain} element.
     */
    public static MessageChain of(String text) {
        return new MessageChain(List.of(new Plain(text)));
    }

    /**
     * Returns a chain of the given elements, in their order.
     */
    public static MessageChain of(MessageElement... elements) {
        return new MessageChain(List.of(elements));
    }

    /**
     * Returns a chain of the given elements, in their order.
     */
    public static MessageChain of(Collection<? extends MessageElement> elements) {
        return new MessageChain(List.copyOf(elements));
    }

    /**
     * Returns the elements, as an unmodifiable list.
     */
    public List<MessageElement> elements() {
        return this.elements;
    }

    /**
     * Returns the text of all {@link Plain} elements, one after the other.
     */
    public String text() {
        return this.elements.stream().filter(Plain.class::isInstance).map((element) -> ((Plain) element).text())
                .collect(Collectors.joining());
    }

    /**
     * Returns the first element of the given type, if there is one.
     */
    public <E extends MessageElement> Optional<E> first(Class<E> type) {
        return this.elements.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    /**
     * Returns a chain with the elements of this one, followed by those of the other.
     */
    public MessageChain plus(MessageChain other) {
        List<MessageElement> all = new ArrayList<>(this.elements);
        all.addAll(other.elements);
        return of(all);
    }

    @Override
    public Iterator<MessageElement> iterator() {
        return this.elements.iterator();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MessageChain chain && chain.elements.equals(this.elements);
    }

    @Override
    public int hashCode() {
        return this.elements.hashCode();
    }

    /** Returns how the message looks in a line of text. */
    @Override
    public String toString() {
        return this.elements.stream().map(MessageElement::display).collect(Collectors.joining());
    }

}
