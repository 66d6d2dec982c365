package dev.ariadne.call;

import java.util.List;

import dev.ariadne.contact.Friend;
import dev.ariadne.contact.Group;
import dev.ariadne.contact.Member;
import dev.ariadne.contact.Profile;

/**
 * Calls about accounts, friends, groups and members.
 *
 * @param <R> the type of the answer
 * @since 0.1.0
 */
public sealed interface ContactCall<R> extends Call<R> {

    /**
     * Asks for the accounts that the platform's server has logged in.
     */
    record BotList() implements ContactCall<List<Long>> {

        @Override
        public String command() {
            return "botList";
        }

    }

    /**
     * Asks for the friends of the account.
     */
    record FriendList() implements ContactCall<List<Friend>> {

        @Override
        public String command() {
            return "friendList";
        }

    }

    /**
     * Asks for the groups that the account is in.
     */
    record GroupList() implements ContactCall<List<Group>> {

        @Override
        public String command() {
            return "groupList";
        }

    }

    /**
     * Asks for the members of a group.
     *
     * @param groupId the group
     */
    record MemberList(long groupId) implements ContactCall<List<Member>> {

        @Override
        public String command() {
            return "memberList";
        }

    }

    /**
     * Asks the platform itself, and not what its server remembers, for the members of a group.
     *
     * @param groupId the group
     * @param memberIds the members to ask for; empty for all
     */
    record LatestMemberList(long groupId, List<Long> memberIds) implements ContactCall<List<Member>> {

        public LatestMemberList {
            memberIds = List.copyOf(memberIds);
        }

        @Override
        public String command() {
            return "latestMemberList";
        }

    }

    /**
     * Asks for the profile of the account itself.
     */
    record BotProfile() implements ContactCall<Profile> {

        @Override
        public String command() {
            return "botProfile";
        }

    }

    /**
     * Asks for the profile of a friend.
     *
     * @param friendId the friend
     */
    record FriendProfile(long friendId) implements ContactCall<Profile> {

        @Override
        public String command() {
            return "friendProfile";
        }

    }

    /**
     * Asks for the profile of a member.
     *
     * @param groupId the group
     * @param memberId the member
     */
    record MemberProfile(long groupId, long memberId) implements ContactCall<Profile> {

        @Override
        public String command() {
            return "memberProfile";
        }

    }

    /**
     * Asks for the profile of anybody.
     *
     * @param userId the id of the person
     */
    record UserProfile(long userId) implements ContactCall<Profile> {

        @Override
        public String command() {
            return "userProfile";
        }

    }

    /**
     * Ends a friendship.
     *
     * @param friendId the friend
     */
    record DeleteFriend(long friendId) implements ContactCall<Done> {

        @Override
        public String command() {
            return "deleteFriend";
        }

    }

}
