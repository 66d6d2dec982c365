package dev.ariadne.call;

import java.time.Instant;

import dev.ariadne.contact.Group;

/**
 * An announcement in a group.
 *
 * @param id the platform's id of it
 * @param group the group
 * @param content its text
 * @param senderId who published it
 * @param allConfirmed whether all members have confirmed that they read it
 * @param confirmedMembers how many members have
 * @param publishedAt when it was published
 * @since 0.1.0
 */
public record Announcement(String id, Group group, String content, long senderId, boolean allConfirmed,
        int confirmedMembers, Instant publishedAt) {

}
