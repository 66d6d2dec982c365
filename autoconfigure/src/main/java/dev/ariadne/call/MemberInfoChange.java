package dev.ariadne.call;

import org.jspecify.annotations.Nullable;

/**
 * What to change of how a member is called in a group: {@code MemberInfoChange.none().withName("new name")}.
 *
 * @param name the name in the group, empty for the member's own nickname, null to leave it as it is
 * @param specialTitle the title that only the owner can give, empty for none, null to leave it as it is
 * @since 0.1.0
 */
public record MemberInfoChange(@Nullable String name, @Nullable String specialTitle) {

    private static final MemberInfoChange NONE = new MemberInfoChange(null, null);

    /**
     * Returns one that changes nothing.
     */
    public static MemberInfoChange none() {
        return NONE;
    }

    /**
     * Returns the same, with another name.
     */
    public MemberInfoChange withName(String name) {
        return new MemberInfoChange(name, this.specialTitle);
    }

    /**
     * Returns the same, with another title.
     */
    public MemberInfoChange withSpecialTitle(String specialTitle) {
        return new MemberInfoChange(this.name, specialTitle);
    }

}
