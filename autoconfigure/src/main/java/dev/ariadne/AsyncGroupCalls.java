package dev.ariadne;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import dev.ariadne.call.Call;
import dev.ariadne.call.Done;
import dev.ariadne.call.GroupCall;
import dev.ariadne.call.GroupConfig;
import dev.ariadne.call.GroupConfigChange;
import dev.ariadne.call.MemberInfoChange;
import dev.ariadne.contact.Member;

/**
 * The calls that administer a group, without waiting for them.
 *
 * @see AsyncAriadne
 * @since 0.1.0
 */
public interface AsyncGroupCalls {

    /**
     * Makes a call that is given as a value.
     *
     * @see AsyncAriadne#call(Call)
     */
    <R> CompletableFuture<R> call(Call<R> call);

    /**
     * Mutes a member of a group. The account must be an administrator of it.
     *
     * @see GroupCalls#mute(long, long, Duration)
     */
    default CompletableFuture<Done> mute(long groupId, long memberId, Duration time) {
        return call(new GroupCall.Mute(groupId, memberId, time));
    }

    /**
     * Mutes a member of a group. The account must be an administrator of it.
     *
     * @see GroupCalls#mute(Member, Duration)
     */
    default CompletableFuture<Done> mute(Member member, Duration time) {
        return mute(member.group().id(), member.id(), time);
    }

    /**
     * Ends the mute of a member.
     *
     * @see GroupCalls#unmute(long, long)
     */
    default CompletableFuture<Done> unmute(long groupId, long memberId) {
        return call(new GroupCall.Unmute(groupId, memberId));
    }

    /**
     * Ends the mute of a member.
     *
     * @see GroupCalls#unmute(Member)
     */
    default CompletableFuture<Done> unmute(Member member) {
        return unmute(member.group().id(), member.id());
    }

    /**
     * Mutes all members of a group who are no administrators.
     *
     * @see GroupCalls#muteAll(long)
     */
    default CompletableFuture<Done> muteAll(long groupId) {
        return call(new GroupCall.MuteAll(groupId));
    }

    /**
     * Ends the mute of all members of a group.
     *
     * @see GroupCalls#unmuteAll(long)
     */
    default CompletableFuture<Done> unmuteAll(long groupId) {
        return call(new GroupCall.UnmuteAll(groupId));
    }

    /**
     * Removes a member from a group. The account must be an administrator of it.
     *
     * @see GroupCalls#kick(long, long, String, boolean)
     */
    default CompletableFuture<Done> kick(long groupId, long memberId, String message, boolean block) {
        return call(new GroupCall.Kick(groupId, memberId, message, block));
    }

    /**
     * Removes a member from a group; the member may ask to join again.
     *
     * @see GroupCalls#kick(Member, String)
     */
    default CompletableFuture<Done> kick(Member member, String message) {
        return kick(member.group().id(), member.id(), message, false);
    }

    /**
     * Leaves a group. The owner cannot.
     *
     * @see GroupCalls#quitGroup(long)
     */
    default CompletableFuture<Done> quitGroup(long groupId) {
        return call(new GroupCall.Quit(groupId));
    }

    /**
     * Makes a member an administrator, or takes that back. The account must be the owner of the group.
     *
     * @see GroupCalls#setAdministrator(long, long, boolean)
     */
    default CompletableFuture<Done> setAdministrator(long groupId, long memberId, boolean administrator) {
        return call(new GroupCall.MemberAdmin(groupId, memberId, administrator));
    }

    /**
     * Asks for the settings of a group.
     *
     * @see GroupCalls#groupConfig(long)
     */
    default CompletableFuture<GroupConfig> groupConfig(long groupId) {
        return call(new GroupCall.GetGroupConfig(groupId));
    }

    /**
     * Changes settings of a group. The account must be an administrator of it.
     *
     * @see GroupCalls#updateGroupConfig(long, GroupConfigChange)
     */
    default CompletableFuture<Done> updateGroupConfig(long groupId, GroupConfigChange change) {
        return call(new GroupCall.UpdateGroupConfig(groupId, change));
    }

    /**
     * Asks for one member of a group.
     *
     * @see GroupCalls#memberInfo(long, long)
     */
    default CompletableFuture<Member> memberInfo(long groupId, long memberId) {
        return call(new GroupCall.GetMemberInfo(groupId, memberId));
    }

    /**
     * Changes what a member is called in a group. The account must be an administrator of it, and for the special
     * title the owner.
     *
     * @see GroupCalls#updateMemberInfo(long, long, MemberInfoChange)
     */
    default CompletableFuture<Done> updateMemberInfo(long groupId, long memberId, MemberInfoChange change) {
        return call(new GroupCall.UpdateMemberInfo(groupId, memberId, change));
    }

}
