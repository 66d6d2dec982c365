package dev.ariadne.contact;

/**
 * A friend of the account.
 *
 * @param id the numeric id
 * @param nickname how the friend calls itself
 * @param remark how the account calls the friend, empty if it has no name for it
 * @since 0.1.0
 */
public record Friend(long id, String nickname, String remark) implements Contact, Subject {

    @Override
    public String name() {
        return this.nickname;
    }

}
