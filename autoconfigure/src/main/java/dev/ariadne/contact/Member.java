package dev.ariadne.contact;

import java.time.Duration;
import java.time.Instant;

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
 * @since 0.1.0
 */
public record Member(long id, String memberName, String specialTitle, Permission permission, Instant joinedAt,
        Instant lastSpokeAt, Duration muteRemaining, Group group) implements Contact {

    @Override
    public String name() {
        return this.memberName;
    }

}
