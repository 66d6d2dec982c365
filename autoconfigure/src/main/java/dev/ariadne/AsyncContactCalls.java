package dev.ariadne;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.ariadne.call.Call;
import dev.ariadne.call.ContactCall;
import dev.ariadne.call.Done;
import dev.ariadne.contact.Friend;
import dev.ariadne.contact.Group;
import dev.ariadne.contact.Member;
import dev.ariadne.contact.Profile;

/**
 * The calls about accounts, friends, groups and members, without waiting for them.
 *
 * @see AsyncAriadne
 * @since 0.1.0
 */
public interface AsyncContactCalls {

    /**
     * Makes a call that is given as a value.
     *
     * @see AsyncAriadne#call(Call)
     */
    <R> CompletableFuture<R> call(Call<R> call);

    /**
     * Asks for the accounts that the platform's server has logged in.
     *
     * @see ContactCalls#botList()
     */
    default CompletableFuture<List<Long>> botList() {
        return call(new ContactCall.BotList());
    }

    /**
     * Asks for the friends of the account.
     *
     * @see ContactCalls#friendList()
     */
    default CompletableFuture<List<Friend>> friendList() {
        return call(new ContactCall.FriendList());
    }

    /**
     * Asks for the groups that the account is in.
     *
     * @see ContactCalls#groupList()
     */
    default CompletableFuture<List<Group>> groupList() {
        return call(new ContactCall.GroupList());
    }

    /**
     * Asks for the members of a group.
     *
     * @see ContactCalls#memberList(long)
     */
    default CompletableFuture<List<Member>> memberList(long groupId) {
        return call(new ContactCall.MemberList(groupId));
    }

    /**
     * Asks for the members of a group.
     *
     * @see ContactCalls#memberList(Group)
     */
    default CompletableFuture<List<Member>> memberList(Group group) {
        return memberList(group.id());
    }

    /**
     * Asks the platform itself, and not what its server remembers, for members of a group.
     *
     * @see ContactCalls#latestMemberList(long, List)
     */
    default CompletableFuture<List<Member>> latestMemberList(long groupId, List<Long> memberIds) {
        return call(new ContactCall.LatestMemberList(groupId, memberIds));
    }

    /**
     * Asks for the profile of the account itself.
     *
     * @see ContactCalls#botProfile()
     */
    default CompletableFuture<Profile> botProfile() {
        return call(new ContactCall.BotProfile());
    }

    /**
     * Asks for the profile of a friend.
     *
     * @see ContactCalls#friendProfile(long)
     */
    default CompletableFuture<Profile> friendProfile(long friendId) {
        return call(new ContactCall.FriendProfile(friendId));
    }

    /**
     * Asks for the profile of a member.
     *
     * @see ContactCalls#memberProfile(long, long)
     */
    default CompletableFuture<Profile> memberProfile(long groupId, long memberId) {
        return call(new ContactCall.MemberProfile(groupId, memberId));
    }

    /**
     * Asks for the profile of anybody.
     *
     * @see ContactCalls#userProfile(long)
     */
    default CompletableFuture<Profile> userProfile(long userId) {
        return call(new ContactCall.UserProfile(userId));
    }

    /**
     * Ends a friendship.
     *
     * @see ContactCalls#deleteFriend(long)
     */
    default CompletableFuture<Done> deleteFriend(long friendId) {
        return call(new ContactCall.DeleteFriend(friendId));
    }

}
