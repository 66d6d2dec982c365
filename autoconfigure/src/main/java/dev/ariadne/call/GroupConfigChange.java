package dev.ariadne.call;

import org.jspecify.annotations.Nullable;

/**
 * What to change of the settings of a group: {@code GroupConfigChange.none().withName("new name")}. These two settings
 * are all that mirai-api-http 2.10.0 changes; all are muted by a call of its own (protocol notes 3).
 *
 * @param name the name of the group, null to leave it as it is
 * @param allowMemberInvite whether every member may invite others, null to leave it as it is
 * @since 0.1.0
 */
public record GroupConfigChange(@Nullable String name, @Nullable Boolean allowMemberInvite) {

    private static final GroupConfigChange NONE = new GroupConfigChange(null, null);

    /**
     * Creates a change.
     *
     * @throws IllegalArgumentException if the name is blank
     */
    public GroupConfigChange {
        if (name != null) {
            Arguments.notBlank(name, "the name of the group");
        }
    }

    /**
     * Returns one that changes nothing.
     */
    public static GroupConfigChange none() {
        return NONE;
    }

    /**
     * Returns the same, with another name.
     *
     * @throws IllegalArgumentException if the name is blank
     */
    public GroupConfigChange withName(String name) {
        return new GroupConfigChange(name, this.allowMemberInvite);
    }

    /**
     * Returns the same, with another answer to whether every member may invite others.
     */
    public GroupConfigChange withAllowMemberInvite(boolean allowMemberInvite) {
        return new GroupConfigChange(this.name, allowMemberInvite);
    }

}
