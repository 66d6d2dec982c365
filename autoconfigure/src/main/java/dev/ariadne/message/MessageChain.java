package dev.ariadne.message;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.ariadne.json.Json;

/**
 * A message: a chain of elements. Immutable.
 * <p>
 * Where this class speaks of a text within the message, it means text that a reader sees as one: that of {@link Plain}
 * elements with nothing visible between them. {@link Source} and {@link Quote} are not visible.
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
     * Returns the elements, one after the other.
     */
    public Stream<MessageElement> stream() {
        return this.elements.stream();
    }

    /**
     * Returns how many elements there are.
     */
    public int size() {
        return this.elements.size();
    }

    /**
     * Returns whether there is no element.
     */
    public boolean isEmpty() {
        return this.elements.isEmpty();
    }

    /**
     * Returns the text of all {@link Plain} elements, one after the other.
     */
    public String text() {
        return all(Plain.class).stream().map(Plain::text).collect(Collectors.joining());
    }

    /**
     * Returns the first element of the given type, if there is one.
     */
    public <E extends MessageElement> Optional<E> first(Class<E> type) {
        return stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    /**
     * Returns all elements of the given type, in their order.
     */
    public <E extends MessageElement> List<E> all(Class<E> type) {
        return stream().filter(type::isInstance).map(type::cast).toList();
    }

    /**
     * Returns whether there is an element of the given type.
     */
    public boolean has(Class<? extends MessageElement> type) {
        return stream().anyMatch(type::isInstance);
    }

    /**
     * Returns whether there is an element that equals the given one, such as {@code new At(ariadne.id())}.
     */
    public boolean has(MessageElement element) {
        return this.elements.contains(element);
    }

    /**
     * Returns whether the given text is somewhere in the message.
     */
    public boolean contains(String text) {
        return ChainText.contains(this, text);
    }

    /**
     * Returns whether the message starts with the given text.
     */
    public boolean startsWith(String text) {
        return ChainText.leading(this).startsWith(text);
    }

    /**
     * Returns whether the message ends with the given text.
     */
    public boolean endsWith(String text) {
        return ChainText.trailing(this).endsWith(text);
    }

    /**
     * Returns a chain without the given text at its start, as a bot wants for what follows a command; this chain if it
     * does not start so. {@link Source} and {@link Quote} stay.
     */
    public MessageChain withoutPrefix(String text) {
        return startsWith(text) ? ChainText.withoutLeading(this, text.length()) : this;
    }

    /**
     * Returns a chain of the elements from one index on.
     *
     * @throws IndexOutOfBoundsException if there are fewer elements
     */
    public MessageChain subchain(int from) {
        return subchain(from, size());
    }

    /**
     * Returns a chain of the elements from one index, to before another.
     *
     * @throws IndexOutOfBoundsException if there are fewer elements, or the indexes are not in order
     */
    public MessageChain subchain(int from, int to) {
        if (from > to) {
            throw new IndexOutOfBoundsException("from " + from + " to " + to);
        }
        return of(this.elements.subList(from, to));
    }

    /**
     * Returns a chain of the elements of the given types.
     */
    public MessageChain only(Class<?>... types) {
        return filtered((element) -> isAny(element, types));
    }

    /**
     * Returns a chain without the elements of the given types.
     */
    public MessageChain without(Class<?>... types) {
        return filtered((element) -> !isAny(element, types));
    }

    private static boolean isAny(MessageElement element, Class<?>[] types) {
        return Arrays.stream(types).anyMatch((type) -> type.isInstance(element));
    }

    private MessageChain filtered(Predicate<MessageElement> which) {
        return of(stream().filter(which).toList());
    }

    /**
     * Returns a chain with the elements of this one, followed by those of the other.
     */
    public MessageChain plus(MessageChain other) {
        List<MessageElement> all = new ArrayList<>(this.elements);
        all.addAll(other.elements);
        return of(all);
    }

    /**
     * Returns a chain with the elements of this one, followed by the given ones.
     */
    public MessageChain plus(MessageElement... others) {
        return plus(of(others));
    }

    /**
     * Returns a chain with the elements of this one, followed by a text.
     */
    public MessageChain plus(String text) {
        return plus(of(text));
    }

    /**
     * Returns the chain as JSON, complete: {@link #fromJson(String)} makes an equal chain of it. The format is the one
     * that mirai-api-http speaks.
     */
    public String toJson() {
        return Json.write(ChainJson.complete(this));
    }

    /**
     * Reads a chain from JSON. Elements of types that are not known here are kept as {@link UnknownElement}.
     *
     * @throws dev.ariadne.json.MalformedJsonException if the text is no JSON, or no chain; the message tells where
     */
    public static MessageChain fromJson(String json) {
        return ChainJson.read(Json.parse(json), "chain");
    }

    /**
     * Returns the chain as mirai code, such as {@code hello [mirai:at:30003]}.
     * <p>
     * Mirai code has {@link Plain}, {@link At}, {@link AtAll}, {@link Face} by its number, {@link Image} and
     * {@link FlashImage} by their ids, {@link Poke} of a known kind, {@link Dice}, {@link App}, {@link Xml},
     * {@link dev.ariadne.message.Json}, {@link MusicShare} and {@link MiraiCode}. All others are left out, as mirai
     * itself does; and of those that it has it leaves out what they hold beyond that.
     */
    public String toMiraiCode() {
        return MiraiCodeWriter.write(this);
    }

    /**
     * Reads a chain from mirai code. What mirai code has and this library has no element for, such as
     * {@code [mirai:rps:rock]}, becomes a {@link MiraiCode} element, which a server can read.
     *
     * @throws IllegalArgumentException if it is not mirai code; the message tells at which position, counted from 0
     */
    public static MessageChain ofMiraiCode(String code) {
        return new MiraiCodeReader(code).read();
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
        return stream().map(MessageElement::display).collect(Collectors.joining());
    }

}
