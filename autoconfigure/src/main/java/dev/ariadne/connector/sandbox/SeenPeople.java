package dev.ariadne.connector.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

import dev.ariadne.contact.Contact;
import dev.ariadne.contact.Friend;
import dev.ariadne.contact.Group;
import dev.ariadne.contact.Member;
import org.jspecify.annotations.Nullable;

/**
 * The people whom an account of the sandbox has met, because they have said something.
 */
final class SeenPeople {

    // Guards all fields below.
    private final ReentrantLock lock = new ReentrantLock();

    private final Map<Long, Friend> friends = new LinkedHashMap<>();

    private final Map<Long, SeenGroup> groups = new LinkedHashMap<>();

    /** Remembers somebody, unless it is known already. */
    void see(Contact contact) {
        this.lock.lock();
        try {
            if (contact instanceof Friend friend) {
                this.friends.putIfAbsent(friend.id(), friend);
            }
            else if (contact instanceof Member member) {
                this.groups.computeIfAbsent(member.group().id(), (id) -> new SeenGroup(member.group()))
                    .members().putIfAbsent(member.id(), member);
            }
        }
        finally {
            this.lock.unlock();
        }
    }

    /** Replaces what is known of a member. */
    void changed(Member member) {
        this.lock.lock();
        try {
            SeenGroup group = this.groups.get(member.group().id());
            if (group != null) {
                group.members().replace(member.id(), member);
            }
        }
        finally {
            this.lock.unlock();
        }
    }

    List<Friend> friends() {
        this.lock.lock();
        try {
            return List.copyOf(this.friends.values());
        }
        finally {
            this.lock.unlock();
        }
    }

    List<Group> groups() {
        this.lock.lock();
        try {
            return this.groups.values().stream().map(SeenGroup::group).toList();
        }
        finally {
            this.lock.unlock();
        }
    }

    /** Returns the members of a group, null if the group is unknown. */
    @Nullable List<Member> members(long groupId) {
        this.lock.lock();
        try {
            SeenGroup group = this.groups.get(groupId);
            return (group != null) ? new ArrayList<>(group.members().values()) : null;
        }
        finally {
            this.lock.unlock();
        }
    }

    @Nullable Member member(long groupId, long memberId) {
        List<Member> members = members(groupId);
        return (members == null) ? null : members.stream().filter((member) -> member.id() == memberId).findFirst()
                .orElse(null);
    }

    void forgetFriend(long friendId) {
        this.lock.lock();
        try {
            this.friends.remove(friendId);
        }
        finally {
            this.lock.unlock();
        }
    }

    void forgetGroup(long groupId) {
        this.lock.lock();
        try {
            this.groups.remove(groupId);
        }
        finally {
            this.lock.unlock();
        }
    }

    void forgetMember(long groupId, long memberId) {
        this.lock.lock();
        try {
            SeenGroup group = this.groups.get(groupId);
            if (group != null) {
                group.members().remove(memberId);
            }
        }
        finally {
            this.lock.unlock();
        }
    }

    private record SeenGroup(Group group, Map<Long, Member> members) {

        SeenGroup(Group group) {
            this(group, new LinkedHashMap<>());
        }

    }

}
