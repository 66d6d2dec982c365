package dev.ariadne.call;

import java.time.Duration;

import dev.ariadne.contact.Member;

/**
 * Calls that administer a group.
 *
 * @param <R> the type of the answer
 * @since 0.1.0
 */
public sealed interface GroupCall<R> extends Call<R> {

    /** The shortest time for which a member can be muted. */
    Duration SHORTEST_MUTE = Duration.ofSeconds(1);

    /** The longest time for which a member can be muted. */
    Duration LONGEST_MUTE = Duration.ofDays(30);

    /**
     * Mutes a member.
     *
     * @param groupId the group
     * @param memberId the member
     * @param time how long, from one second to 30 days, in whole seconds
     */
    record Mute(long groupId, long memberId, Duration time) implements GroupCall<Done> {

        /**
         * Creates the call.
         *
         * @throws IllegalArgumentException if the time is too short or too long
         */
        public Mute {
            if (time.compareTo(SHORTEST_MUTE) < 0 || time.compareTo(LONGEST_MUTE) > 0) {
                throw new IllegalArgumentException("A mute lasts from 1 second to 30 days, not " + time
                        + "; unmute ends one");
            }
        }

        @Override
        public String command() {
            return "mute";
        }

    }

    /**
     * Ends the mute of a member.
     *
     * @param groupId the group
     * @param memberId the member
     */
    record Unmute(long groupId, long memberId) implements GroupCall<Done> {

        @Override
        public String command() {
            return "unmute";
        }

    }

    /**
     * Mutes all members of a group.
     *
     * @param groupId the group
     */
    record MuteAll(long groupId) implements GroupCall<Done> {

        @Override
        public String command() {
            return "muteAll";
        }

    }

    /**
     * Ends the mute of all members of a group.
     *
     * @param groupId the group
     */
    record UnmuteAll(long groupId) implements GroupCall<Done> {

        @Override
        public String command() {
            return "unmuteAll";
        }

    }

    /**
     * Removes a member from a group.
     *
     * @param groupId the group
     * @param memberId the member
     * @param message what the member is told, empty for nothing
     * @param block whether the member may not ask to join again
     */
    record Kick(long groupId, long memberId, String message, boolean block) implements GroupCall<Done> {

        @Override
        public String command() {
            return "kick";
        }

    }

    /**
     * Leaves a group.
     *
     * @param groupId the group
     */
    record Quit(long groupId) implements GroupCall<Done> {

        @Override
        public String command() {
            return "quit";
        }

    }

    /**
     * Makes a member an administrator, or takes that back.
     *
     * @param groupId the group
     * @param memberId the member
     * @param assign whether the member is to be an administrator
     */
    record MemberAdmin(long groupId, long memberId, boolean assign) implements GroupCall<Done> {

        @Override
        public String command() {
            return "memberAdmin";
        }

    }

    /**
     * Asks for the settings of a group.
     *
     * @param groupId the group
     */
    record GetGroupConfig(long groupId) implements GroupCall<GroupConfig> {

        @Override
        public String command() {
            return "groupConfig";
        }

    }

    /**
     * Changes settings of a group.
     *
     * @param groupId the group
     * @param change what to change, at least one setting
     */
    record UpdateGroupConfig(long groupId, GroupConfigChange change) implements GroupCall<Done> {

        /**
         * Creates the call.
         *
         * @throws IllegalArgumentException if there is nothing to change
         */
        public UpdateGroupConfig {
            if (change.equals(GroupConfigChange.none())) {
                throw new IllegalArgumentException("Nothing is to be changed; give a name or allowMemberInvite");
            }
        }

        @Override
        public String command() {
            return "groupConfig";
        }

    }

    /**
     * Asks for one member of a group.
     *
     * @param groupId the group
     * @param memberId the member
     */
    record GetMemberInfo(long groupId, long memberId) implements GroupCall<Member> {

        @Override
        public String command() {
            return "memberInfo";
        }

    }

    /**
     * Changes what a member is called in a group.
     *
     * @param groupId the group
     * @param memberId the member
     * @param change what to change, at least one thing
     */
    record UpdateMemberInfo(long groupId, long memberId, MemberInfoChange change) implements GroupCall<Done> {

        /**
         * Creates the call.
         *
         * @throws IllegalArgumentException if there is nothing to change
         */
        public UpdateMemberInfo {
            if (change.equals(MemberInfoChange.none())) {
                throw new IllegalArgumentException("Nothing is to be changed; give a name or a specialTitle");
            }
        }

        @Override
        public String command() {
            return "memberInfo";
        }

    }

}
