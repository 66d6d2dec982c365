package dev.ariadne.contact;

import java.util.List;

/**
 * How active a member of a group is. Only told when asked for one member (protocol notes 3, {@code memberInfo}).
 *
 * @param rank the rank within the group
 * @param point the points gathered
 * @param honors the names of the honours held, as the platform calls them
 * @param temperature how lively the member is
 * @since 0.1.0
 */
public record MemberActivity(int rank, int point, List<String> honors, int temperature) {

    /**
     * Creates an activity.
     */
    public MemberActivity {
        honors = List.copyOf(honors);
    }

}
