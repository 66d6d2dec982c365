package dev.ariadne.message;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Several messages, forwarded as one.
 *
 * @param nodes the messages, in their order; received ones are all {@link Content}
 * @param cover how it is shown before it is opened, null for the platform's own way; a received one does not tell it
 * @since 0.1.0
 */
public record Forward(List<Node> nodes, @Nullable Cover cover) implements MessageElement {

    /**
     * Creates forwarded messages.
     */
    public Forward {
        nodes = List.copyOf(nodes);
    }

    /**
     * Creates forwarded messages that are shown in the platform's own way.
     */
    public Forward(Node... nodes) {
        this(List.of(nodes), null);
    }

    @Override
    public String display() {
        return "[forward of " + this.nodes.size() + "]";
    }

    /**
     * One of the messages.
     */
    public sealed interface Node {

    }

    /**
     * A message by what it says. Nobody need ever have said it.
     *
     * @param senderId who is shown as the sender
     * @param senderName the name that is shown
     * @param time when it is shown to have been sent, in whole seconds, null for the time of forwarding
     * @param message what it says
     */
    public record Content(long senderId, String senderName, @Nullable Instant time, MessageChain message)
            implements Node {

    }

    /**
     * A message of the conversation to which the forward is sent.
     *
     * @param messageId the id of the message
     */
    public record ById(long messageId) implements Node {

    }

    /**
     * A message of any conversation.
     *
     * @param messageId the id of the message
     * @param target the id of the friend or group with whom it was exchanged
     */
    public record ByReference(long messageId, long target) implements Node {

    }

    /**
     * How forwarded messages are shown before they are opened. What is null is shown in the platform's own way.
     *
     * @param title the headline
     * @param brief what a list of conversations shows
     * @param source where they come from
     * @param preview the first lines
     * @param summary the last line
     */
    public record Cover(@Nullable String title, @Nullable String brief, @Nullable String source,
            @Nullable List<String> preview, @Nullable String summary) {

        /**
         * Creates a cover.
         */
        public Cover {
            preview = (preview != null) ? List.copyOf(preview) : null;
        }

    }

}
