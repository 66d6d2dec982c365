package dev.ariadne.call;

import dev.ariadne.contact.Group;
import dev.ariadne.contact.Member;

/**
 * Whom a call is meant for, where it can be several kinds of people.
 *
 * @param kind what it is
 * @param userId the friend, member or stranger, 0 if it is a group
 * @param groupId the group, or that of the member, 0 if it is neither
 * @since 0.1.0
 */
public record Recipient(Kind kind, long userId, long groupId) {

    /**
     * Returns a friend.
     */
    public static Recipient friend(long friendId) {
        return new Recipient(Kind.FRIEND, friendId, 0);
    }

    /**
     * Returns a group.
     */
    public static Recipient group(long groupId) {
        return new Recipient(Kind.GROUP, 0, groupId);
    }

    /**
     * Returns a group.
     */
    public static Recipient of(Group group) {
        return group(group.id());
    }

    /**
     * Returns a member of a group.
     */
    public static Recipient member(long groupId, long memberId) {
        return new Recipient(Kind.MEMBER, memberId, groupId);
    }

    /**
     * Returns a member of a group.
     */
    public static Recipient of(Member member) {
        return member(member.group().id(), member.id());
    }

    /**
     * Returns somebody whom the account knows though they are neither friends nor in one group.
     */
    public static Recipient stranger(long strangerId) {
        return new Recipient(Kind.STRANGER, strangerId, 0);
    }

    /**
     * What a recipient is.
     */
    public enum Kind {

        /** A friend of the account. */
        FRIEND,

        /** A group that the account is in. */
        GROUP,

        /** A member of a group. */
        MEMBER,

        /** Somebody else whom the account knows. */
        STRANGER

    }

}
