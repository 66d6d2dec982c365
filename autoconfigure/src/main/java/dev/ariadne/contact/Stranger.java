package dev.ariadne.contact;

/**
 * Somebody who is neither a friend of the account nor met in a group.
 *
 * @param id the numeric id
 * @param nickname how the stranger calls itself
 * @param remark how the account calls the stranger, empty if it has no name for it
 * @since 0.1.0
 */
public record Stranger(long id, String nickname, String remark) implements Contact, Subject {

    @Override
    public String name() {
        return this.nickname;
    }

}
