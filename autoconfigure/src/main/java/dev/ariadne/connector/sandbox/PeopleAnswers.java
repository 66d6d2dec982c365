package dev.ariadne.connector.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

import dev.ariadne.call.Call;
import dev.ariadne.call.ContactCall;
import dev.ariadne.call.Done;
import dev.ariadne.call.GroupCall;
import dev.ariadne.call.MemberInfoChange;
import dev.ariadne.contact.Member;
import dev.ariadne.contact.Permission;

/**
 * The sandbox's answers to calls about friends and members. A call that changes somebody whom the sandbox has not seen
 * succeeds: a test that looks at what its bot does need not let everybody speak before.
 */
final class PeopleAnswers {

    private PeopleAnswers() {
    }

    static List<Member> members(SandboxCaller account, ContactCall.MemberList call) {
        return members(account, call, call.groupId());
    }

    static List<Member> members(SandboxCaller account, ContactCall.LatestMemberList call) {
        return members(account, call, call.groupId()).stream()
            .filter((member) -> call.memberIds().isEmpty() || call.memberIds().contains(member.id())).toList();
    }

    private static List<Member> members(SandboxCaller account, Call<?> call, long groupId) {
        List<Member> members = account.people().members(groupId);
        if (members == null) {
            throw account.unknown(call, "group " + groupId);
        }
        return members;
    }

    static Member member(SandboxCaller account, GroupCall.GetMemberInfo call) {
        Member member = account.people().member(call.groupId(), call.memberId());
        if (member == null) {
            throw account.unknown(call, "member " + call.memberId() + " of group " + call.groupId());
        }
        return member;
    }

    static Done deleteFriend(SandboxCaller account, ContactCall.DeleteFriend call) {
        account.people().forgetFriend(call.friendId());
        return Done.DONE;
    }

    static Done kick(SandboxCaller account, GroupCall.Kick call) {
        account.people().forgetMember(call.groupId(), call.memberId());
        return Done.DONE;
    }

    static Done quit(SandboxCaller account, GroupCall.Quit call) {
        account.people().forgetGroup(call.groupId());
        return Done.DONE;
    }

    static Done mute(SandboxCaller account, GroupCall.Mute call) {
        return change(account, call.groupId(), call.memberId(), (member) -> muted(member, call.time()));
    }

    static Done unmute(SandboxCaller account, GroupCall.Unmute call) {
        return change(account, call.groupId(), call.memberId(), (member) -> muted(member, Duration.ZERO));
    }

    private static Member muted(Member member, Duration time) {
        return with(member, member.memberName(), member.specialTitle(), member.permission(), time);
    }

    static Done assign(SandboxCaller account, GroupCall.MemberAdmin call) {
        Permission permission = call.assign() ? Permission.ADMINISTRATOR : Permission.MEMBER;
        return change(account, call.groupId(), call.memberId(), (member) -> with(member, member.memberName(),
                member.specialTitle(), permission, member.muteRemaining()));
    }

    static Done update(SandboxCaller account, GroupCall.UpdateMemberInfo call) {
        MemberInfoChange change = call.change();
        return change(account, call.groupId(), call.memberId(),
                (member) -> with(member, (change.name() != null) ? change.name() : member.memberName(),
                        (change.specialTitle() != null) ? change.specialTitle() : member.specialTitle(),
                        member.permission(), member.muteRemaining()));
    }

    private static Done change(SandboxCaller account, long groupId, long memberId, UnaryOperator<Member> change) {
        Member member = account.people().member(groupId, memberId);
        if (member != null) {
            account.people().changed(change.apply(member));
        }
        return Done.DONE;
    }

    private static Member with(Member member, String name, String title, Permission permission, Duration mute) {
        return new Member(member.id(), name, title, permission, member.joinedAt(), member.lastSpokeAt(), mute,
                member.group());
    }

}
