package dev.ariadne.message;

/**
 * Quotes another message. In a sent chain it makes the message a reply, and only its id counts.
 *
 * @param id the id of the quoted message
 * @param senderId who had sent it, 0 if unknown
 * @param targetId to whom it had been sent, 0 if unknown
 * @param groupId in which group, 0 if not in a group
 * @param origin what it said, empty if unknown
 * @since 0.1.0
 */
public record Quote(long id, long senderId, long targetId, long groupId, MessageChain origin)
        implements MessageElement {

    /**
     * Quotes the message with the given id.
     */
    public Quote(long id) {
        this(id, 0, 0, 0, MessageChain.empty());
    }

    @Override
    public String display() {
        return "";
    }

}
