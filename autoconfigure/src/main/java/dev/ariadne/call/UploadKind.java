package dev.ariadne.call;

/**
 * Where something uploaded will be sent.
 *
 * @since 0.1.0
 */
public enum UploadKind {

    /** To a friend. */
    FRIEND,

    /** To a group. */
    GROUP,

    /** To a member of a group, outside of the group. */
    TEMP

}
