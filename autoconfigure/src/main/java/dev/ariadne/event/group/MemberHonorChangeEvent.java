package dev.ariadne.event.group;

import dev.ariadne.Ariadne;
import dev.ariadne.contact.Member;

/**
 * A member has gained or lost an honour.
 *
 * @param ariadne the account that received it
 * @param member who
 * @param action {@code achieve} or {@code lose}
 * @param honor the platform's name of the honour, such as {@code 龙王}
 * @since 0.1.0
 */
public record MemberHonorChangeEvent(Ariadne ariadne, Member member, String action, String honor)
        implements MemberEvent {

    /**
     * Returns whether the honour was gained.
     */
    public boolean isAchieved() {
        return this.action.equals("achieve");
    }

    /**
     * Returns whether the honour was lost.
     */
    public boolean isLost() {
        return this.action.equals("lose");
    }

}
