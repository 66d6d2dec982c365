package dev.ariadne;

import java.util.List;

import dev.ariadne.call.Call;
import dev.ariadne.call.ContactCall;
import dev.ariadne.contact.Friend;
import dev.ariadne.contact.Group;
import dev.ariadne.contact.Member;
import dev.ariadne.contact.Profile;

/**
 * The calls about accounts, friends, groups and members.
 *
 * @see Ariadne
 * @since 0.1.0
 */
public interface ContactCalls {

    /**
     * Makes a call that is given as a value.
     *
     * @see Ariadne#call(Call)
     */
    <R> R call(Call<R> call);

    /**
     * Asks for the accounts that the platform's server has logged in.
     *
     * @return their ids
     * @throws CallFailedException if there was no answer
     */
    default List<Long> botList() {
        return call(new ContactCall.BotList());
    }

    /**
     * Asks for the friends of the account.
     *
     * @return the friends
     * @throws CallFailedException if there was no answer
     */
    default List<Friend> friendList() {
        return call(new ContactCall.FriendList());
    }

    /**
     * Asks for the groups that the account is in.
     *
     * @return the groups
     * @throws CallFailedException if there was no answer
     */
    default List<Group> groupList() {
        return call(new ContactCall.GroupList());
    }

    /**
     * Asks for the members of a group.
     *
     * @param groupId the id of the group
     * @return the members, without the account itself
     * @throws CallFailedException if there was no answer, or the account is not in the group
     */
    default List<Member> memberList(long groupId) {
        return call(new ContactCall.MemberList(groupId));
    }

    /**
     * Asks for the members of a group.
     *
     * @param group the group
     * @return the members, without the account itself
     * @throws CallFailedException if there was no answer, or the account is not in the group
     */
    default List<Member> memberList(Group group) {
        return memberList(group.id());
    }

    /**
     * Asks the platform itself, and not what its server remembers, for members of a group.
     *
     * @param groupId the id of the group
     * @param memberIds the ids of the members to ask for; empty for all, which an HTTP link cannot ask for
     * @return the members
     * @throws CallFailedException if there was no answer, or the account is not in the group
     */
    default List<Member> latestMemberList(long groupId, List<Long> memberIds) {
        return call(new ContactCall.LatestMemberList(groupId, memberIds));
    }

    /**
     * Asks for the profile of the account itself.
     *
     * @return the profile
     * @throws CallFailedException if there was no answer
     */
    default Profile botProfile() {
        return call(new ContactCall.BotProfile());
    }

    /**
     * Asks for the profile of a friend.
     *
     * @param friendId the id of the friend
     * @return the profile
     * @throws CallFailedException if there was no answer, or it is no friend
     */
    default Profile friendProfile(long friendId) {
        return call(new ContactCall.FriendProfile(friendId));
    }

    /**
     * Asks for the profile of a member.
     *
     * @param groupId the id of the group
     * @param memberId the id of the member
     * @return the profile
     * @throws CallFailedException if there was no answer, or there is no such member
     */
    default Profile memberProfile(long groupId, long memberId) {
        return call(new ContactCall.MemberProfile(groupId, memberId));
    }

    /**
     * Asks for the profile of anybody.
     *
     * @param userId the id of the person
     * @return the profile
     * @throws CallFailedException if there was no answer
     */
    default Profile userProfile(long userId) {
        return call(new ContactCall.UserProfile(userId));
    }

    /**
     * Ends a friendship.
     *
     * @param friendId the id of the friend
     * @throws CallFailedException if it was not ended
     */
    default void deleteFriend(long friendId) {
        call(new ContactCall.DeleteFriend(friendId));
    }

}
