package dev.ariadne;

import java.time.Duration;

import dev.ariadne.call.Call;
import dev.ariadne.call.GroupCall;
import dev.ariadne.call.GroupConfig;
import dev.ariadne.call.GroupConfigChange;
import dev.ariadne.call.MemberInfoChange;
import dev.ariadne.contact.Member;

/**
 * The calls that administer a group.
 *
 * @see Ariadne
 * @since 0.1.0
 */
public interface GroupCalls {

    /**
     * Makes a call that is given as a value.
     *
     * @see Ariadne#call(Call)
     */
    <R> R call(Call<R> call);

    /**
     * Mutes a member of a group. The account must be an administrator of it.
     *
     * @param groupId the id of the group
     * @param memberId the id of the member
     * @param time how long, from one second to 30 days, in whole seconds
     * @throws CallFailedException if the member was not muted
     * @throws IllegalArgumentException if the time is too short or too long
     */
    default void mute(long groupId, long memberId, Duration time) {
        call(new GroupCall.Mute(groupId, memberId, time));
    }

    /**
     * Mutes a member of a group. The account must be an administrator of it.
     *
     * @param member the member
     * @param time how long, from one second to 30 days, in whole seconds
     * @throws CallFailedException if the member was not muted
     * @throws IllegalArgumentException if the time is too short or too long
     */
    default void mute(Member member, Duration time) {
        mute(member.group().id(), member.id(), time);
    }

    /**
     * Ends the mute of a member.
     *
     * @param groupId the id of the group
     * @param memberId the id of the member
     * @throws CallFailedException if it was not ended
     */
    default void unmute(long groupId, long memberId) {
        call(new GroupCall.Unmute(groupId, memberId));
    }

    /**
     * Ends the mute of a member.
     *
     * @param member the member
     * @throws CallFailedException if it was not ended
     */
    default void unmute(Member member) {
        unmute(member.group().id(), member.id());
    }

    /**
     * Mutes all members of a group who are no administrators.
     *
     * @param groupId the id of the group
     * @throws CallFailedException if they were not muted
     */
    default void muteAll(long groupId) {
        call(new GroupCall.MuteAll(groupId));
    }

    /**
     * Ends the mute of all members of a group.
     *
     * @param groupId the id of the group
     * @throws CallFailedException if it was not ended
     */
    default void unmuteAll(long groupId) {
        call(new GroupCall.UnmuteAll(groupId));
    }

    /**
     * Removes a member from a group. The account must be an administrator of it.
     *
     * @param groupId the id of the group
     * @param memberId the id of the member
     * @param message what the member is told, empty for nothing
     * @param block whether the member may not ask to join again
     * @throws CallFailedException if the member was not removed
     */
    default void kick(long groupId, long memberId, String message, boolean block) {
        call(new GroupCall.Kick(groupId, memberId, message, block));
    }

    /**
     * Removes a member from a group; the member may ask to join again.
     *
     * @param member the member
     * @param message what the member is told, empty for nothing
     * @throws CallFailedException if the member was not removed
     */
    default void kick(Member member, String message) {
        kick(member.group().id(), member.id(), message, false);
    }

    /**
     * Leaves a group. The owner cannot.
     *
     * @param groupId the id of the group
     * @throws CallFailedException if the account did not leave it
     */
    default void quitGroup(long groupId) {
        call(new GroupCall.Quit(groupId));
    }

    /**
     * Makes a member an administrator, or takes that back. The account must be the owner of the group.
     *
     * @param groupId the id of the group
     * @param memberId the id of the member
     * @param administrator whether the member is to be one
     * @throws CallFailedException if nothing was changed
     */
    default void setAdministrator(long groupId, long memberId, boolean administrator) {
        call(new GroupCall.MemberAdmin(groupId, memberId, administrator));
    }

    /**
     * Asks for the settings of a group.
     *
     * @param groupId the id of the group
     * @return its settings
     * @throws CallFailedException if there was no answer, or the account is not in the group
     */
    default GroupConfig groupConfig(long groupId) {
        return call(new GroupCall.GetGroupConfig(groupId));
    }

    /**
     * Changes settings of a group. The account must be an administrator of it.
     *
     * @param groupId the id of the group
     * @param change what to change
     * @throws CallFailedException if nothing was changed
     * @throws IllegalArgumentException if there is nothing to change
     */
    default void updateGroupConfig(long groupId, GroupConfigChange change) {
        call(new GroupCall.UpdateGroupConfig(groupId, change));
    }

    /**
     * Asks for one member of a group.
     *
     * @param groupId the id of the group
     * @param memberId the id of the member
     * @return the member
     * @throws CallFailedException if there was no answer, or there is no such member
     */
    default Member memberInfo(long groupId, long memberId) {
        return call(new GroupCall.GetMemberInfo(groupId, memberId));
    }

    /**
     * Changes what a member is called in a group. The account must be an administrator of it, and for the special
     * title the owner.
     *
     * @param groupId the id of the group
     * @param memberId the id of the member
     * @param change what to change
     * @throws CallFailedException if nothing was changed; of a name and a special title together the name may have been
     * @throws IllegalArgumentException if there is nothing to change
     */
    default void updateMemberInfo(long groupId, long memberId, MemberInfoChange change) {
        call(new GroupCall.UpdateMemberInfo(groupId, memberId, change));
    }

}
