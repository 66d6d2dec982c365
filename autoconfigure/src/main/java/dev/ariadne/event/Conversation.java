package dev.ariadne.event;

/**
 * What a received event belongs to: the scope of its order.
 *
 * @param kind the kind of conversation
 * @param id the id of the group, friend or member, or of the account itself
 * @since 0.1.0
 */
public record Conversation(Kind kind, long id) {

    /**
     * Returns the conversation of a group.
     */
    public static Conversation group(long id) {
        return new Conversation(Kind.GROUP, id);
    }

    /**
     * Returns the conversation with a friend.
     */
    public static Conversation friend(long id) {
        return new Conversation(Kind.FRIEND, id);
    }

    /**
     * Returns the conversation with a group's member outside of the group.
     */
    public static Conversation temp(long memberId) {
        return new Conversation(Kind.TEMP, memberId);
    }

    /**
     * Returns the conversation for what concerns the account itself.
     */
    public static Conversation account(long id) {
        return new Conversation(Kind.ACCOUNT, id);
    }

    /**
     * The kinds of conversation.
     */
    public enum Kind {

        /** In a group. */
        GROUP,

        /** With a friend. */
        FRIEND,

        /** With a member of a group, outside of the group. */
        TEMP,

        /** About the account itself. */
        ACCOUNT

    }

}
