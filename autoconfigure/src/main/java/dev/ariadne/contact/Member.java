package dev.ariadne.contact;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A member of a group.
 *
 * @param id the numeric id
 * @param memberName the name in the group
 * @param specialTitle the title that the group's owner has given, empty if none
 * @param permission what the member may do in the group
 * @param joinedAt when the member joined, the epoch if unknown
 * @param lastSpokeAt when the member last spoke, the epoch if unknown
 * @param muteRemaining how long the member stays muted, zero if it is not
 * @param group the group
 * @param activity how active the member is, null if that was not told: events do not tell it
 * @since 0.1.0
 */
public record Member(long id, String memberName, String specialTitle, Permission permission, Instant joinedAt,
        Instant lastSpokeAt, Duration muteRemaining, Group group, @Nullable MemberActivity activity)
        implements Contact {

    /**
     * Creates a member whose activity is not known.
     */
    public Member(long id, String memberName, String specialTitle, Permission permission, Instant joinedAt,
            Instant lastSpokeAt, Duration muteRemaining, Group group) {
        this(id, memberName, specialTitle, permission, joinedAt, lastSpokeAt, muteRemaining, group, null);
    }

    @Override
    public String name() {
        return this.memberName;
    }

}
