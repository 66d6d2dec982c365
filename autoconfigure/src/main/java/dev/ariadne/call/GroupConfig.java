package dev.ariadne.call;

/**
 * The settings of a group.
 *
 * @param name the name of the group
 * @param confessTalk whether members may send anonymous confessions; mirai-api-http 2.10.0 tells false always
 * @param allowMemberInvite whether every member may invite others
 * @param autoApprove whether requests to join are accepted by themselves
 * @param anonymousChat whether members may write anonymously
 * @param muteAll whether all members are muted
 * @since 0.1.0
 */
public record GroupConfig(String name, boolean confessTalk, boolean allowMemberInvite, boolean autoApprove,
        boolean anonymousChat, boolean muteAll) {

}
